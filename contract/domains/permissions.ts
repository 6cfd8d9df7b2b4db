/*
 * The permissions of each domain under its name, one line each; `contract/permissions.ts` makes one table of them.
 */
export { bookPermissions as book } from './book/permissions';
export { eventPermissions as event } from './event/permissions';
export { feedbackPermissions as feedback } from './feedback/permissions';
export { orgPermissions as org } from './org/permissions';
export { recommendationPermissions as recommendation } from './recommendation/permissions';
