import type { CheckIn, CheckInLine } from '@contract/domains/checkin/actions';
import { isSubmit, type Entry, type Submit, type Undo } from './entry';

/** A line as it is shown. */
export interface ShownLine extends CheckInLine {
  /** Something about it has not reached the server yet. */
  waiting: boolean;
  /** The server has the line, whatever is waiting. */
  confirmed: boolean;
}
export interface ShownDay {
  day: string;
  lines: ShownLine[];
}

const merged = (line: ShownLine | undefined, entry: Submit): ShownLine => ({
  book: entry.book,
  pages: null,
  minutes: null,
  note: null,
  at: entry.tappedAt ?? 0,
  confirmed: false,
  ...line,
  ...entry.details,
  waiting: true,
});

const hasWords = ({ pages, minutes, note }: ShownLine) => pages !== null || minutes !== null || note !== null;

/** What an undo will most likely leave; the server's answer may still find words of another phone. */
const undone = (line: ShownLine | undefined, { what, line: before }: Undo): ShownLine | undefined => {
  if (what === 'tap') return line && hasWords(line) ? line : undefined;
  return line ?? (before ? { ...before, waiting: true, confirmed: true } : undefined);
};

function after(line: ShownLine | undefined, entry: Entry): ShownLine | undefined {
  if (entry.action === 'checkin.remove') return undefined;
  return isSubmit(entry) ? merged(line, entry) : undone(line, entry);
}

/** The server's days with what is still waiting laid over them, in order; days without a line are left out. */
export function overlay(days: readonly CheckIn[], waiting: readonly Entry[]): ShownDay[] {
  const byDay = new Map<string, Map<string, ShownLine>>();
  for (const { day, lines } of days) {
    byDay.set(day, new Map(lines.map((line) => [line.book.id, { ...line, waiting: false, confirmed: true }])));
  }
  for (const entry of waiting) {
    const lines = byDay.get(entry.day) ?? new Map<string, ShownLine>();
    byDay.set(entry.day, lines);
    const line = after(lines.get(entry.book.id), entry);
    if (line) lines.set(entry.book.id, line);
    else lines.delete(entry.book.id);
  }
  return [...byDay]
    .map(([day, lines]) => ({ day, lines: [...lines.values()] }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
