import { clientActions } from './clientActions';
import type { ActionName, Actions } from './registry';

type AdminAction = { [N in ActionName]: Actions[N] extends { served: 'admin' } ? N : never }[ActionName];

export type ClientFunction = 'api' | 'admin';
export type FunctionName = ClientFunction | 'timer';

/** The actions that a function must have handlers for. */
export type ServedBy<F extends ClientFunction> = F extends 'admin' ? AdminAction : Exclude<ActionName, AdminAction>;

export const functionOf = (action: ActionName): ClientFunction => clientActions[action]?.served ?? 'api';

/** Settings of each deployed function. Seconds, MB. */
export const functionSettings: Record<FunctionName, { timeoutSec: number; memoryMb: number }> = {
  api: { timeoutSec: 10, memoryMb: 256 },
  admin: { timeoutSec: 60, memoryMb: 512 },
  timer: { timeoutSec: 300, memoryMb: 256 },
};

/** One trigger; the timer function takes whatever work is due. Seven fields, UTC+8: every minute. */
export const timerTriggers = [{ name: 'minute', cron: '0 * * * * * *' }] as const;
