import { addDays, weekdayOf, type Day } from './day';

/*
 * Working days (工作日) of mainland China: weekdays without the holidays, and the weekend days that are worked instead, by
 * the State Council's yearly notices (国务院办公厅关于部分节假日安排的通知). The table was made from chinese-days 1.5.7
 * (MIT, © 2024 Yawei Sun). Those of a year are published about two months before it begins: until they stand here, a
 * count that reaches into it knows weekends only, and says so.
 */

interface Year {
  /** Weekdays that are free, `MMDD`. */
  off: readonly string[];
  /** Weekend days that are worked. */
  on: readonly string[];
}

const list = (days: string): string[] => days.split(' ');

const years: Readonly<Partial<Record<string, Year>>> = {
  2025: {
    off: list('0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008'),
    on: list('0126 0208 0427 0928 1011'),
  },
  2026: {
    off: list('0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007'),
    on: list('0104 0214 0228 0509 0920 1010'),
  },
};

const yearOf = (day: Day): Year | undefined => years[day.slice(0, 4)];

/** Whether the holidays of the day's year are known. */
export const holidaysKnown = (day: Day): boolean => yearOf(day) !== undefined;

/** Whether a day is worked; where the holidays of its year are not known, every weekday is. */
export function isWorkday(day: Day): boolean {
  const weekday = weekdayOf(day) < 5;
  const year = yearOf(day);
  const date = day.slice(4);
  if (year === undefined) return weekday;
  return weekday ? !year.off.includes(date) : year.on.includes(date);
}

/** The working day that is `count` (1 or more) working days after a day, and whether all holidays on the way are known. */
export function addWorkdays(day: Day, count: number): { day: Day; known: boolean } {
  let at = day;
  let known = true;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    known &&= holidaysKnown(at);
    if (isWorkday(at)) left -= 1;
  }
  return { day: at, known };
}
