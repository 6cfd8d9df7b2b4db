import type { CheckIn, CheckInLine } from '@contract/actions/checkin';
import type { Entry } from './state';

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

const merged = (line: ShownLine | undefined, entry: Extract<Entry, { kind: 'submit' }>): ShownLine => ({
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

/** The server's days with what is still waiting laid over them, in order; days without a line are left out. */
export function overlay(days: readonly CheckIn[], waiting: readonly Entry[]): ShownDay[] {
  const byDay = new Map<string, Map<string, ShownLine>>();
  for (const { day, lines } of days) {
    byDay.set(day, new Map(lines.map((line) => [line.book.id, { ...line, waiting: false, confirmed: true }])));
  }
  for (const entry of waiting) {
    const lines = byDay.get(entry.day) ?? new Map<string, ShownLine>();
    byDay.set(entry.day, lines);
    if (entry.kind === 'remove') lines.delete(entry.book.id);
    else lines.set(entry.book.id, merged(lines.get(entry.book.id), entry));
  }
  return [...byDay]
    .map(([day, lines]) => ({ day, lines: [...lines.values()] }))
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
