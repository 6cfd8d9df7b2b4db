import type { ActionName } from './registry';

/**
 * Which function serves which action, by operational profile (see docs/adr/0002): everything is on `api` except what
 * is listed here. Read by the build of the functions, by cloudbaserc.json and by the client.
 */
const adminActions = ['event.roster', 'feedback.inbox', 'feedback.reply'] as const satisfies readonly ActionName[];
type AdminAction = (typeof adminActions)[number];

export type ClientFunction = 'api' | 'admin';
export type FunctionName = ClientFunction | 'timer';

/** The actions that a function must have handlers for. */
export type ServedBy<F extends ClientFunction> = F extends 'admin' ? AdminAction : Exclude<ActionName, AdminAction>;

export const functionOf = (action: ActionName): ClientFunction =>
  adminActions.some((name) => name === action) ? 'admin' : 'api';

/** Settings of each deployed function. Seconds, MB. */
export const functionSettings: Record<FunctionName, { timeoutSec: number; memoryMb: number }> = {
  api: { timeoutSec: 10, memoryMb: 256 },
  admin: { timeoutSec: 60, memoryMb: 512 },
  timer: { timeoutSec: 300, memoryMb: 256 },
};

/** One trigger; the timer function dispatches to its jobs by a table. Seven fields, UTC+8: every hour at minute 5. */
export const timerTriggers = [{ name: 'hourly', cron: '0 5 * * * * *' }] as const;
