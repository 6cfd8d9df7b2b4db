import type { ActionName, Actions } from './registry';

type AdminAction = { [N in ActionName]: Actions[N] extends { served: 'admin' } ? N : never }[ActionName];

/**
 * What the actions declare in `served`, as a value that the client may carry (it takes no schemas). The compiler holds
 * the two equal.
 */
const adminActions: Record<AdminAction, true> = {
  'event.roster': true,
  'feedback.inbox': true,
  'feedback.reply': true,
};

export type ClientFunction = 'api' | 'admin';
export type FunctionName = ClientFunction | 'timer';

/** The actions that a function must have handlers for. */
export type ServedBy<F extends ClientFunction> = F extends 'admin' ? AdminAction : Exclude<ActionName, AdminAction>;

export const functionOf = (action: ActionName): ClientFunction => (action in adminActions ? 'admin' : 'api');

/** Settings of each deployed function. Seconds, MB. */
export const functionSettings: Record<FunctionName, { timeoutSec: number; memoryMb: number }> = {
  api: { timeoutSec: 10, memoryMb: 256 },
  admin: { timeoutSec: 60, memoryMb: 512 },
  timer: { timeoutSec: 300, memoryMb: 256 },
};

/** One trigger; the timer function takes whatever work is due. Seven fields, UTC+8: every minute. */
export const timerTriggers = [{ name: 'minute', cron: '0 * * * * * *' }] as const;
