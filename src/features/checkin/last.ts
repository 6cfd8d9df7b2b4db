import { dayLabel, daysBetween, type Day } from '@contract/day';
import type { ShownDay, ShownLine } from './outbox/overlay';

const WEEK = 7;

/** What was written of a book the last time, and when that was. */
export interface Last {
  day: Day;
  line: ShownLine;
}

/** The newest record of a book before today, among the days at hand; they are in order. */
export function lastOf(bookId: string, days: readonly ShownDay[], today: Day): Last | undefined {
  for (const { day, lines } of [...days].reverse()) {
    const line = day < today ? lines.find(({ book }) => book.id === bookId) : undefined;
    if (line) return { day, line };
  }
  return undefined;
}

/** `昨天`, `周四` within the last six days, `11月3日` further back: a weekday must not be mistaken for another week's. */
export function pastDay(day: Day, today: Day): string {
  const ago = daysBetween(day, today);
  const [date = '', weekday = ''] = dayLabel(day).split(' ');
  if (ago === 1) return '昨天';
  return ago < WEEK ? weekday : date;
}

/** `读了 20 页，30 分钟`, or nothing. */
export const readWords = ({ pages, minutes }: Pick<ShownLine, 'pages' | 'minutes'>): string => {
  const amounts = [pages && `${pages} 页`, minutes && `${minutes} 分钟`].filter(Boolean);
  return amounts.length > 0 ? `读了 ${amounts.join('，')}` : '';
};
