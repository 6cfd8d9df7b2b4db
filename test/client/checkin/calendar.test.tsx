import { fireEvent, screen } from '@testing-library/react';
import { dayLabel, daysOfMonth, type Day, type Month } from '@contract/day';
import { Calendar } from '@/features/checkin/Calendar';
import type { ShownDay } from '@/features/checkin/outbox/overlay';
import { book, otherBook } from '../support/facts';
import { show } from '../support/screen';

const line = (of: typeof book, waiting = false) => ({
  book: of,
  pages: null,
  minutes: null,
  note: null,
  at: 1,
  waiting,
  confirmed: !waiting,
});
/** Every third day has a record, every sixth one of two books, every ninth one that is not sent yet. */
const recorded = (day: Day): ShownDay | undefined => {
  const date = Number(day.slice(6));
  if (date % 3 > 0) return undefined;
  return { day, lines: [line(book, date % 9 === 0), ...(date % 6 === 0 ? [line(otherBook)] : [])] };
};
const daysBefore = (month: Month, today: Day) =>
  daysOfMonth(month).flatMap((day) => (day > today ? [] : (recorded(day) ?? [])));

// Four rows, five, six, and a leap day; today on the first, in the middle, on the last, and in another month.
const months: [Month, Day][] = [
  ['202702', '20270201'],
  ['202611', '20261117'],
  ['202411', '20241130'],
  ['202402', '20261129'],
];
const cells = () => screen.getAllByRole('gridcell');

test.each(months)('%s, seen on %s: each day says its date, whether it is today, and its records', (month, today) => {
  show(<Calendar month={month} today={today} days={daysBefore(month, today)} onDay={() => undefined} />);
  const names = daysOfMonth(month).map((day) => {
    const lines = day > today ? [] : (recorded(day)?.lines ?? []);
    const isToday = day === today ? '，今天' : '';
    const records = lines.length > 0 ? `，记了 ${lines.length} 笔` : '';
    return `${dayLabel(day)}${isToday}${records}${lines.some(({ waiting }) => waiting) ? '，待同步' : ''}`;
  });
  expect(cells().map((cell) => cell.getAttribute('aria-label'))).toEqual(names);
});

test.each(months)('%s, seen on %s: what is written on a day is part of what it says', (month, today) => {
  show(<Calendar month={month} today={today} days={daysBefore(month, today)} onDay={() => undefined} />);
  for (const cell of cells()) expect(cell.getAttribute('aria-label')).toContain(cell.textContent);
});

test.each(months)('%s, seen on %s: a day to come can be neither opened nor missed', (month, today) => {
  const opened: Day[] = [];
  show(<Calendar month={month} today={today} days={[]} onDay={(day) => opened.push(day)} />);
  for (const cell of cells()) fireEvent.click(cell);
  expect(opened).toEqual(daysOfMonth(month).filter((day) => day <= today));
  const disabled = cells().filter((cell) => cell.getAttribute('aria-disabled') === 'true');
  expect(disabled).toHaveLength(daysOfMonth(month).length - opened.length);
});

test('the day whose record is open is told as selected, and no other', () => {
  show(<Calendar month="202611" today="20261117" days={[]} selected="20261112" onDay={() => undefined} />);
  const selected = cells().filter((cell) => cell.getAttribute('aria-selected') === 'true');
  expect(selected.map((cell) => cell.textContent)).toEqual(['12']);
});

test('days stand in rows of a week under the names of its days', () => {
  show(<Calendar month="202611" today="20261117" days={[]} onDay={() => undefined} />);
  const rows = screen.getAllByRole('row');
  expect(rows).toHaveLength(1 + 6);
  for (const row of rows) expect(row.children).toHaveLength(7);
  expect(screen.getAllByRole('columnheader')[0]?.getAttribute('aria-label')).toBe('周一');
  expect(rows[1]?.textContent).toBe('1');
  expect(rows[2]?.textContent).toBe('2345678');
});
