import type { CheckIn, CheckInLine } from '../../../../contract/domains/checkin/actions';
import type { CheckInDoc, CheckInLineDoc } from '../collections';

const lineView = (bookId: string, line: CheckInLineDoc): CheckInLine => ({
  book: { id: bookId, title: line.title, author: line.author, tone: line.tone },
  pages: line.pages ?? null,
  minutes: line.minutes ?? null,
  note: line.note ?? null,
  at: line.at,
});

/** One day's record as its reader sees it, the line last told first. */
export const checkInView = ({ day, lines }: Pick<CheckInDoc, 'day' | 'lines'>): CheckIn => ({
  day,
  lines: Object.entries(lines)
    .map(([bookId, line]) => lineView(bookId, line))
    .sort((a, b) => b.at - a.at || (a.book.id < b.book.id ? -1 : 1)),
});
