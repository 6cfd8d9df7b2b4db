import { isDay } from '@contract/day';
import { isClock, isTime } from '@/shared/call/clock';
import { fieldsOf, isNumber, isText, type Fields } from '@/shared/outbox/unknown';

/* What of an entry must be there for 今日 to be drawn and for the command to be sent. */

const isOpen = (value: unknown): value is null | undefined => value === null || value === undefined;

function isBook(value: unknown): boolean {
  const { id, title, author, tone } = fieldsOf(value);
  return [id, title, author, tone].every(isText);
}

const isDetails = ({ pages, minutes, note }: Fields): boolean =>
  [pages, minutes].every((count) => isOpen(count) || isNumber(count)) && (isOpen(note) || isText(note));

function isLine(value: unknown): boolean {
  const line = fieldsOf(value);
  return isBook(line.book) && isDetails(line) && isTime(line.at);
}

const isOfLine = ({ day, book }: Fields): boolean => isText(day) && isDay(day) && isBook(book);

export function isStoredSubmit(entry: Fields): boolean {
  const { tappedAt, clock, at, details } = entry;
  return (
    isOfLine(entry) &&
    [tappedAt, at].every((time) => isOpen(time) || isTime(time)) &&
    (isOpen(clock) || isClock(clock)) &&
    typeof details === 'object' &&
    details !== null &&
    isDetails(fieldsOf(details))
  );
}

export const isStoredRemove = (entry: Fields): boolean => isOfLine(entry) && (entry.of === null || isText(entry.of));

export function isStoredUndo(entry: Fields): boolean {
  const { of, what, line } = entry;
  return isOfLine(entry) && isText(of) && (what === 'tap' || what === 'removal') && (line === null || isLine(line));
}
