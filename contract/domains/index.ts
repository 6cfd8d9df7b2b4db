/*
 * The domains of the contract, one line each: under its name, what it declares. `registry.ts` makes one table of them.
 */
export { auditActions as audit } from './audit/actions';
export { bookActions as book } from './book/actions';
export { checkinActions as checkin } from './checkin/actions';
export { downloadActions as download } from './download/actions';
export { dutyActions as duty } from './duty/actions';
export { eventActions as event } from './event/actions';
export { feedbackActions as feedback } from './feedback/actions';
export { fileActions as file } from './file/actions';
export { homeActions as home } from './home/actions';
export { invitationActions as invitation } from './invitation/actions';
export { meActions as me } from './me/actions';
export { memberActions as member } from './member/actions';
export { moderationActions as moderation } from './moderation/actions';
export { noticeActions as notice } from './notice/actions';
export { orgActions as org } from './org/actions';
export { orgimportActions as orgimport } from './orgimport/actions';
export { owndataActions as owndata } from './owndata/actions';
export { recommendationActions as recommendation } from './recommendation/actions';
export { roleActions as role } from './role/actions';
export { rosterActions as roster } from './roster/actions';
export { shelfActions as shelf } from './shelf/actions';
export { transferActions as transfer } from './transfer/actions';
