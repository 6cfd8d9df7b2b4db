import { clientActions } from './clientActions';
import type { ActionName, Actions } from './registry';

type AdminAction = { [N in ActionName]: Actions[N] extends { served: 'admin' } ? N : never }[ActionName];

export type ClientFunction = 'api' | 'admin';
export type FunctionName = ClientFunction | 'timer' | 'push';

/** The actions that a function must have handlers for. */
export type ServedBy<F extends ClientFunction> = F extends 'admin' ? AdminAction : Exclude<ActionName, AdminAction>;

export const functionOf = (action: ActionName): ClientFunction => clientActions[action]?.served ?? 'api';

/** Seconds after which the cloud ends a call. */
export const timeoutSec = { api: 10, admin: 60, timer: 300, push: 10 } as const satisfies Record<FunctionName, number>;
