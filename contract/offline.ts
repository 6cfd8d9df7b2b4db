import type { Offline } from './action';
import { clientActions } from './clientActions';
import type { ActionName } from './registry';

/** How a phone keeps the reply of an action; `undefined`: not at all. */
export const offlineOf = (action: ActionName): Offline | undefined => clientActions[action]?.offline;
