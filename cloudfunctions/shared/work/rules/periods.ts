import { DAY_MS, HOUR_MS } from '../../../../contract/durations';
import { dayOf } from '../../../../contract/day';

export type Every = 'minute' | 'hour' | 'day';

const MINUTE_MS = 60_000;

/** The Shanghai day `20261123`, or the hour `h498237` or minute `m29894236`, counted since the epoch. */
export function periodOf(every: Every, now: number): string {
  if (every === 'day') return dayOf(now);
  return every === 'hour' ? `h${Math.floor(now / HOUR_MS)}` : `m${Math.floor(now / MINUTE_MS)}`;
}

/** How long the record of a job is of use; of work that was queued as long as that of a day. */
export const keepMs = (every: Every | undefined): number => (every === 'minute' ? DAY_MS : 40 * DAY_MS);
