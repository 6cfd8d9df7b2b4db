/*
 * The permissions that each domain declares, under its name; `contract/permissions.ts` makes one table of them. Made from the
 * folders of the domains by `npm run build -- contract`; do not edit.
 */
export { auditPermissions as audit } from './audit/permissions';
export { bookPermissions as book } from './book/permissions';
export { dutyPermissions as duty } from './duty/permissions';
export { eventPermissions as event } from './event/permissions';
export { feedbackPermissions as feedback } from './feedback/permissions';
export { memberPermissions as member } from './member/permissions';
export { moderationPermissions as moderation } from './moderation/permissions';
export { orgPermissions as org } from './org/permissions';
export { recommendationPermissions as recommendation } from './recommendation/permissions';
export { rolePermissions as role } from './role/permissions';
export { transferPermissions as transfer } from './transfer/permissions';
