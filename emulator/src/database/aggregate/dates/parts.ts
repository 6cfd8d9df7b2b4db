import { offsetAt } from './zone';

const DAY_MS = 86_400_000;

/** What MongoDB's date operators read from a moment, in local time of a zone. */
export interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  dayOfYear: number;
  /** 1 is Sunday. */
  dayOfWeek: number;
  /** 0 before the year's first Sunday. */
  week: number;
  isoWeekYear: number;
  isoWeek: number;
  /** 1 is Monday, 7 is Sunday. */
  isoDayOfWeek: number;
  offsetMinutes: number;
}

export function partsOf(time: number, zone?: unknown): Parts {
  const offset = zone === undefined ? 0 : offsetAt(zone, time);
  const local = new Date(time + offset);
  const year = local.getUTCFullYear();
  const dayOfYear = Math.floor((local.getTime() - startOfYear(year)) / DAY_MS) + 1;
  const weekday = local.getUTCDay();
  const isoDayOfWeek = weekday || 7;
  // The Thursday of a week decides which year it belongs to.
  const thursday = new Date(local.getTime() + (4 - isoDayOfWeek) * DAY_MS);
  const isoWeekYear = thursday.getUTCFullYear();
  return {
    year,
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    dayOfYear,
    dayOfWeek: weekday + 1,
    week: Math.floor((dayOfYear + 6 - weekday) / 7),
    isoWeekYear,
    isoWeek: Math.floor((thursday.getTime() - startOfYear(isoWeekYear)) / DAY_MS / 7) + 1,
    isoDayOfWeek,
    offsetMinutes: offset / 60_000,
  };
}

/** Ms of the first moment of a year; unlike Date.UTC right for years below 100. */
export function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}

/** Ms of a day by ISO week. Numbers beyond their range carry over. */
export function isoDay(year: number, week: number, day: number): number {
  const fourth = startOfYear(year) + 3 * DAY_MS;
  const weekday = new Date(fourth).getUTCDay() || 7;
  return fourth + ((week - 1) * 7 + day - weekday) * DAY_MS;
}
