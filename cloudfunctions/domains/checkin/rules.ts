import { BACKFILL_DAYS } from '../../../contract/constants';
import type { Day, Month } from '../../../contract/day';
import { addDays, dayOf, daysBetween, startOfDay } from '../../../contract/day';
import type { ActionParsed } from '../../../contract/registry';

export type Submission = ActionParsed<'checkin.submit'>;

/** Commands remembered per member and day; more in one day than anybody taps. */
export const REMEMBERED = 100;

/** One record per member and day: the id itself makes a second one impossible. */
export const checkInId = (memberId: string, day: Day): string => `${memberId}:${day}`;

/** First and last id that a record of this month may have. */
export const idsOfMonth = (memberId: string, month: Month): { from: string; to: string } => ({
  from: checkInId(memberId, `${month}01`),
  to: checkInId(memberId, `${month}31`),
});

/**
 * The Shanghai day that a record belongs to, by the server's clock alone; `undefined` when it lies outside of what may
 * be filled in. A tap is only ever as old as the phone measured between tap and sending, so a phone clock that is wrong
 * moves nothing.
 */
export function dayFor(when: Submission['when'], now: number): Day | undefined {
  if (when.kind === 'tap') return dayOf(now - when.elapsedMs);
  const age = daysBetween(when.day, dayOf(now));
  return age >= 0 && age <= BACKFILL_DAYS ? when.day : undefined;
}

/** How long a sending may be under way unseen by the phone, which measures a tap's age only up to sending. */
export const RETRY_WINDOW_MS = 2 * 60_000;

/**
 * The day on the other side of midnight, when a tap is so near to it that an earlier sending of the same command, over a
 * slower or faster network, may have fallen there; `undefined` at any other time.
 */
export function acrossMidnight(when: Submission['when'], now: number): Day | undefined {
  if (when.kind !== 'tap') return undefined;
  const moment = momentOf(when, now);
  const day = dayOf(moment);
  if (moment - startOfDay(day) < RETRY_WINDOW_MS) return addDays(day, -1);
  const next = addDays(day, 1);
  return startOfDay(next) - moment <= RETRY_WINDOW_MS ? next : undefined;
}

/** The moment that the reader tells of: the tap's own, or the filling in. */
export const momentOf = (when: Submission['when'], now: number): number =>
  when.kind === 'tap' ? now - when.elapsedMs : now;

/** What the reader typed: absent leaves what is there, null or nothing but spaces clears it. */
export function detailsOf({ pages, minutes, note }: Pick<Submission, 'pages' | 'minutes' | 'note'>) {
  return {
    ...(pages === undefined ? {} : { pages }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(note === undefined ? {} : { note: note || null }),
  };
}
