import { addDays, dayOf, startOfDay, weekdayOf, type Day } from '../../../../contract/day';

/*
 * Figures that are published are frozen for a week: from two of them, a day apart, one could tell who did it on that day.
 */

/** The Monday on which the figures that may be shown now were made, and stay so until the next. */
export const frozenOn = (now: number): Day => addDays(dayOf(now), -weekdayOf(dayOf(now)));

/** What counts in them lies before this instant. */
export const frozenBefore = (now: number): number => startOfDay(frozenOn(now));
