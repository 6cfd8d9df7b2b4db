/* The states of each domain's pages, one line each; `../states.ts` makes one table of them. */
export { auditStates as audit } from './audit';
export { bookStates as book } from './book';
export { checkinStates as checkin } from './checkin';
export { dutyStates as duty } from './duty';
export { eventStates as event } from './event';
export { galleryStates as gallery } from './gallery';
export { homeStates as home } from './home';
export { invitationStates as invitation } from './invitation';
export { meStates as me } from './me';
export { memberStates as member } from './member';
export { noticeStates as notice } from './notice';
export { orgStates as org } from './org';
export { orgimportStates as orgimport } from './orgimport';
export { recommendationStates as recommendation } from './recommendation';
export { roleStates as role } from './role';
export { rosterStates as roster } from './roster';
export { transferStates as transfer } from './transfer';
