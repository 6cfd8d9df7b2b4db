import { addDays, dayOf, startOfDay, type Day } from '../../../../contract/day';
import type { DutyDoc } from '../collections';

/** The end of a term that has none: after every other, so that one range of an index finds the present ones. */
export const NO_END = 4_102_444_800_000;

type Term = Pick<DutyDoc, 'from' | 'until'>;

/** A term as it is stored, from its first and last day. */
export const termOf = ({ from, until }: { from: Day; until: Day | null }): Term => ({
  from: startOfDay(from),
  until: until === null ? NO_END : startOfDay(addDays(until, 1)),
});

/** Its first and last day again. */
export const daysOf = ({ from, until }: Term): { from: Day; until: Day | null } => ({
  from: dayOf(from),
  until: until === NO_END ? null : dayOf(until - 1),
});

/** A term cut short so that its last day is the one before `at` begins; one that would begin later never begins. */
export const endedAt = ({ from, until }: Term, at: number): Term => ({
  from: Math.min(from, at),
  until: Math.min(until, at),
});
