import { DAY_MS } from '@contract/durations';
import { formDate, instantOfForm } from '@contract/day';

const HALF_HOUR_MS = 1_800_000;

/** A day chosen before any time means a time when people can come. */
export const USUAL_TIME = '19:00';
const LAST_MINUTE = '23:59';

/**
 * The instant meant by a day (`YYYY-MM-DD`) alone: the usual hour; on a day whose usual hour is past or about to be, the
 * next half hour, and at the very end of it the last minute. So a day from today on never means a time that has passed.
 */
export function instantOfDate(date: string, now: number, usualTime = USUAL_TIME): number {
  const usual = instantOfForm(date, usualTime);
  if (date !== formDate(now) || usual >= now + HALF_HOUR_MS) return usual;
  const soon = Math.ceil((now + HALF_HOUR_MS) / HALF_HOUR_MS) * HALF_HOUR_MS;
  return formDate(soon) === date ? soon : instantOfForm(date, LAST_MINUTE);
}

/** The next instant at which the clock shows a time (`HH:mm`): today, or tomorrow when it is past. */
export function instantOfTime(time: string, now: number): number {
  const today = instantOfForm(formDate(now), time);
  return today > now ? today : instantOfForm(formDate(now + DAY_MS), time);
}
