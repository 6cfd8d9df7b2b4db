/*
 * The domains of the functions, one line each: under its name, its collections, handlers and jobs. `schema.ts` makes the
 * database of them, `handlers.ts` what the entries serve, `jobs/jobs.ts` what the timer does.
 */
export { auditDomain as audit } from './audit/domain';
export { bookDomain as book } from './book/domain';
export { checkinDomain as checkin } from './checkin/domain';
export { downloadDomain as download } from './download/domain';
export { dutyDomain as duty } from './duty/domain';
export { eventDomain as event } from './event/domain';
export { feedbackDomain as feedback } from './feedback/domain';
export { fileDomain as file } from './file/domain';
export { homeDomain as home } from './home/domain';
export { invitationDomain as invitation } from './invitation/domain';
export { meDomain as me } from './me/domain';
export { memberDomain as member } from './member/domain';
export { moderationDomain as moderation } from './moderation/domain';
export { noticeDomain as notice } from './notice/domain';
export { orgDomain as org } from './org/domain';
export { orgimportDomain as orgimport } from './orgimport/domain';
export { owndataDomain as owndata } from './owndata/domain';
export { recommendationDomain as recommendation } from './recommendation/domain';
export { roleDomain as role } from './role/domain';
export { rosterDomain as roster } from './roster/domain';
export { shelfDomain as shelf } from './shelf/domain';
export { transferDomain as transfer } from './transfer/domain';
