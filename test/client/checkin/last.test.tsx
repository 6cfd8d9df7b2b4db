import { screen } from '@testing-library/react';
import type { CheckInLine } from '@contract/domains/checkin/actions';
import { addDays, dayLabel, type Day } from '@contract/day';
import { InHand } from '@/features/checkin/InHand';
import { lastOf, pastDay } from '@/features/checkin/last';
import type { ShownDay } from '@/features/checkin/outbox/overlay';
import { book, otherBook } from '../support/facts';
import { freshPhone, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

/** A Friday. */
const today: Day = '20261127';
const on = (ago: number, more: Partial<CheckInLine> = {}): ShownDay => ({
  day: addDays(today, -ago),
  lines: [{ book, pages: null, minutes: null, note: null, at: 1, waiting: false, confirmed: true, ...more }],
});
const open = (...days: ShownDay[]) =>
  show(<InHand desk={[book, otherBook]} today={today} days={days} onLogged={() => undefined} />);

beforeEach(() => freshPhone());

test('beside the book stands how far one came the last time, with the day', () => {
  open(on(5, { pages: 30 }), on(1, { pages: 20, minutes: 25 }));
  expect(screen.getByText('上次 昨天，读了 20 页，25 分钟')).toBeTruthy();
});

test('one’s own words come before numbers, and of them the first line', () => {
  open(on(2, { pages: 20, note: '读到申时行。\n还有一句' }));
  expect(screen.getByText('上次 周三')).toBeTruthy();
  expect(screen.getByText('读到申时行。')).toBeTruthy();
  expect(screen.queryByText(/还有一句/)).toBeNull();
});

test('a day further back is told by its date, since its weekday would be taken for this week’s', () => {
  expect(pastDay(addDays(today, -6), today)).toBe('周六');
  expect(pastDay(addDays(today, -7), today)).toBe('11月20日');
});

test('of another book nothing is shown, nor of today, nor an empty promise where there is nothing', () => {
  open(on(1, { book: otherBook, note: '别的书' }), on(0, { pages: 12 }));
  expect(screen.queryByText(/上次/)).toBeNull();
  expect(screen.queryByText('别的书')).toBeNull();
});

test('beside what was written today there is no earlier record', () => {
  open(on(1, { pages: 20 }), on(0, { note: '今天写的' }));
  expect(screen.getByText('今天写的')).toBeTruthy();
  expect(screen.queryByText(/上次/)).toBeNull();
});

test('it never counts the days since: no word of the kind, however long ago', () => {
  open(on(26, { pages: 20 }));
  expect(screen.getByText(`上次 ${dayLabel(addDays(today, -26)).split(' ')[0] ?? ''}，读了 20 页`)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/天前|已经|没读|没有读/);
});

test('looking for the last record leaves the days in their order', () => {
  const days = [on(3), on(1)];
  expect(lastOf(book.id, days, today)?.day).toBe(addDays(today, -1));
  expect(days.map(({ day }) => day)).toEqual([addDays(today, -3), addDays(today, -1)]);
});
