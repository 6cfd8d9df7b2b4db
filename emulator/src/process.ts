/**
 * The second public entry, which loads nothing else: how the local CloudBase tells a living holder of a lock from a dead
 * one, for programs beside it that keep locks of their own.
 */
export { alone } from './store/alone';
export { isRunning, processIdentity } from './store/process-identity';
