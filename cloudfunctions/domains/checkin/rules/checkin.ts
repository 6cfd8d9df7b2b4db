import { BACKFILL_DAYS } from '../../../../contract/domains/checkin/constants';
import { CLOCK_TOLERANCE_MS } from '../../../../contract/constants';
import type { Day, Month } from '../../../../contract/day';
import { addDays, dayOf, daysBetween, startOfDay } from '../../../../contract/day';
import type { ActionParsed } from '../../../../contract/registry';
import type { CheckInDoc } from '../collections';

export type Submission = ActionParsed<'checkin.submit'>;

/** Commands remembered per member and day; more in one day than anybody taps. */
export const REMEMBERED = 100;

/** What a line stands on besides its taps, once anything was typed into it. */
export const WORDS = '*';

/** Taps that a line remembers to stand on; more of them in one day change nothing. */
export const TAPS_MAX = 20;

/** How long a removed line can be restored: an undo is offered for seconds, but may wait for a network. */
export const RESTORABLE_MS = 7 * 86_400_000;

/** Whether the line of a book stands on this tap. */
export const standsOn = (record: Pick<CheckInDoc, 'lines'>, bookId: string, tap: string): boolean =>
  Object.hasOwn(record.lines, bookId) && (record.lines[bookId]?.by?.includes(tap) ?? false);

/** One record per member and day: the id itself makes a second one impossible. */
export const checkInId = (memberId: string, day: Day): string => `${memberId}:${day}`;

/** First and last id that a record of this month may have. */
export const idsOfMonth = (memberId: string, month: Month): { from: string; to: string } => ({
  from: checkInId(memberId, `${month}01`),
  to: checkInId(memberId, `${month}31`),
});

/** First and last id that a record of this member may have; with `before`, of the days before it. */
export const idsOfMember = (memberId: string, before?: Day): { from: string; to: string } => ({
  from: checkInId(memberId, '00000000'),
  to: checkInId(memberId, before === undefined ? '99999999' : addDays(before, -1)),
});

/**
 * Whether the phone's clock changed between what it learned last and this sending, so that the moment of the tap may be
 * wrong: its idea of the server's clock is off now, or the tap would lie ahead.
 */
export function clockChanged(when: Submission['when'], now: number): boolean {
  if (when.kind !== 'moment') return false;
  const ahead = when.at - now > CLOCK_TOLERANCE_MS;
  return ahead || (when.clock !== undefined && Math.abs(when.clock - now) > CLOCK_TOLERANCE_MS);
}

/**
 * The Shanghai day that a record belongs to, by the server's clock alone; `undefined` when it lies outside of what may
 * be filled in. A tap is only ever as old as the phone measured between tap and sending, so a phone clock that is wrong
 * moves nothing.
 */
export function dayFor(when: Submission['when'], now: number): Day | undefined {
  if (when.kind === 'tap') return dayOf(now - when.elapsedMs);
  // A moment may lie in tomorrow's first minutes, as far as two clocks may differ; it stays there when sent again.
  const [day, youngest] = when.kind === 'moment' ? [dayOf(when.at), -1] : [when.day, 0];
  const age = daysBetween(day, dayOf(now));
  return age >= youngest && age <= BACKFILL_DAYS ? day : undefined;
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
export function momentOf(when: Submission['when'], now: number): number {
  if (when.kind === 'moment') return when.at;
  return when.kind === 'tap' ? now - when.elapsedMs : now;
}

/** What the reader typed: absent leaves what is there, null or nothing but spaces clears it. */
export function detailsOf({ pages, minutes, note }: Pick<Submission, 'pages' | 'minutes' | 'note'>) {
  return {
    ...(pages === undefined ? {} : { pages }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(note === undefined ? {} : { note: note || null }),
  };
}
