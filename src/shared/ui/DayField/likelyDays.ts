import { addDays, dayLabel, weekdayOf, type Day } from '@contract/day';
import type { Chip } from '../Chips/Chips';

/** Wednesday and Saturday, by `weekdayOf`: when people come together. */
const USUAL_WEEKDAYS = [2, 5];
const MOST = 3;

/** `20261205` as a form's `2026-12-05`. */
export const formDay = (day: Day): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
/** The day of a form's date. */
export const dayOfForm = (date: string): Day => date.replace(/-/g, '');

/** The days that something is likely to be on: the Wednesdays and Saturdays after today, of this week and the next. */
export function likelyDays(today: Day): Chip<string>[] {
  const monday = addDays(today, -weekdayOf(today));
  const days = ['本', '下'].flatMap((week, index) =>
    USUAL_WEEKDAYS.map((weekday) => ({ week, day: addDays(monday, 7 * index + weekday) })),
  );
  return days
    .filter(({ day }) => day > today)
    .slice(0, MOST)
    .map(({ week, day }) => {
      const [date, weekday = ''] = dayLabel(day).split(' ');
      const label = `${week}${weekday}`;
      return { value: formDay(day), label, spoken: `${label}，${date}` };
    });
}
