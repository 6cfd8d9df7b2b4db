import { isDay } from '@contract/day';
import { isClock, isTime } from '@/shared/call/clock';
import type { Entry } from './entry';
import type { OutboxState } from './state';

/*
 * The queue as an earlier launch stored it, perhaps another version of the app, perhaps damaged. One entry that can be
 * neither shown nor sent would keep 今日 from being drawn and everything behind it from being sent, at every launch.
 */

type Fields = Readonly<Partial<Record<string, unknown>>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => Number.isFinite(value);
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

const ofKind: Record<Entry['kind'], (entry: Fields) => boolean> = {
  submit: ({ tappedAt, clock, at, details }) =>
    [tappedAt, at].every((time) => isOpen(time) || isTime(time)) &&
    (isOpen(clock) || isClock(clock)) &&
    typeof details === 'object' &&
    details !== null &&
    isDetails(fieldsOf(details)),
  remove: ({ of }) => of === null || isText(of),
  undo: ({ of, what, line }) => isText(of) && (what === 'tap' || what === 'removal') && (line === null || isLine(line)),
};
const kinds = new Map(Object.entries(ofKind));

function isEntry(value: unknown): value is Entry {
  const entry = fieldsOf(value);
  const { id, who, kind, day, sendings, faults, book } = entry;
  const common = [id, who].every(isText) && [sendings, faults].every(isNumber) && isText(day) && isDay(day);
  return common && isBook(book) && isText(kind) && kinds.get(kind)?.(entry) === true;
}

function isRefused(value: unknown): value is OutboxState['refused'][number] {
  const { entry, code, message } = fieldsOf(value);
  return isEntry(entry) && isText(code) && isText(message);
}

/** What of a stored queue can be shown and sent; the rest is left out. */
export function readOutbox(stored: unknown): OutboxState {
  const { waiting, refused } = fieldsOf(stored);
  return { waiting: listOf(waiting).filter(isEntry), refused: listOf(refused).filter(isRefused) };
}
