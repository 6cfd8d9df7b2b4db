import { dayLabel, dayOf, type Day } from '@contract/day';
import { serverNow } from './call/clock';

/** `11月3日` of this year, `2025年11月3日` of another: what is shown by its day may be old. */
export function dayText(day: Day, today: Day = dayOf(serverNow())): string {
  const year = day.slice(0, 4);
  const [date = ''] = dayLabel(day).split(' ');
  return today.startsWith(year) ? date : `${year}年${date}`;
}
