/*
 * The errors that each domain declares, under its name; `contract/errors.ts` makes one table of them. Made from the
 * folders of the domains by `npm run build -- contract`; do not edit.
 */
export { bookErrors as book } from './book/errors';
export { checkinErrors as checkin } from './checkin/errors';
export { downloadErrors as download } from './download/errors';
export { dutyErrors as duty } from './duty/errors';
export { eventErrors as event } from './event/errors';
export { feedbackErrors as feedback } from './feedback/errors';
export { fileErrors as file } from './file/errors';
export { invitationErrors as invitation } from './invitation/errors';
export { meErrors as me } from './me/errors';
export { memberErrors as member } from './member/errors';
export { moderationErrors as moderation } from './moderation/errors';
export { noticeErrors as notice } from './notice/errors';
export { orgErrors as org } from './org/errors';
export { owndataErrors as owndata } from './owndata/errors';
export { recommendationErrors as recommendation } from './recommendation/errors';
export { roleErrors as role } from './role/errors';
export { rosterErrors as roster } from './roster/errors';
export { shelfErrors as shelf } from './shelf/errors';
export { transferErrors as transfer } from './transfer/errors';
