import { act, fireEvent, screen } from '@testing-library/react';
import type { Today } from '@contract/domains/home/actions';
import { addDays, dayLabel, dayOf, monthOf, startOfDay, type Day } from '@contract/day';
import TodayPage from '@/pages/today/index';
import { MonthRecord } from '@/features/checkin/MonthRecord';
import { usePersona } from '@/shared/backend/local/personas';
import { learnClock, today } from '@/shared/call/clock';
import { cacheReply } from '@/shared/call/reply-cache';
import { setOnline } from '@/shared/call/online';
import { pageEvent } from '../stubs/taro';
import { book } from '../support/facts';
import { freshPhone, lost, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const HOUR_MS = 3_600_000;
const line = { book, pages: null, minutes: null, note: null, at: 1 };
const homeOn = (day: Day, readDays: Day[] = []): Today => ({
  now: Date.now(),
  day,
  name: '林晓',
  desk: [book],
  month: monthOf(day),
  days: readDays.map((read) => ({ day: read, lines: [line] })),
  recommendation: null,
  event: null,
  changes: [],
});
const button = () => screen.queryByText('记一笔');

let persona = 0;
beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: `turn${persona++}` });
  setOnline(true);
});
afterEach(() => {
  jest.useRealTimers();
  learnClock({ now: Date.now() });
});

describe('offline on the first of a month, with the last reply of the month before', () => {
  const first: Day = '20261201';
  beforeEach(() => {
    learnClock({ now: startOfDay(first) + 9 * HOUR_MS });
    cacheReply(usePersona.getState().id ?? '', 'home.today', {}, homeOn('20261130', ['20261129', '20261130']));
    serve({ 'home.today': () => lost, 'checkin.submit': () => lost, 'checkin.month': () => lost });
  });

  test('the tap shows: the seal, and its day in the new month', async () => {
    show(<TodayPage />);
    fireEvent.click(screen.getByText('记一笔'));
    expect(await screen.findByText('记下了，待同步')).toBeTruthy();
    expect(screen.getByLabelText(`${dayLabel(first)}，今天，记了 1 笔，待同步`)).toBeTruthy();
    expect(button()).toBeNull();
    await screen.findByText(/现在离线/);
  });

  test('what is not known of the new month is said to be unknown, and no days of the old one are counted', async () => {
    show(<TodayPage />);
    await screen.findByText(/现在离线/);
    expect(screen.getByText(/还不知道这个月别处的记录/)).toBeTruthy();
    expect(screen.getByText('12月')).toBeTruthy();
    expect(screen.queryByText(/读了 2 天/)).toBeNull();
  });
});

test('a month never seen is not shown as empty offline: it is said to be unknown', async () => {
  serve({ 'checkin.month': () => lost, 'home.today': () => lost });
  const longAgo = addDays(today(), -70);
  show(<MonthRecord initialMonth={monthOf(longAgo)} initialDay={longAgo} />);
  await screen.findByText('离线时还不知道有哪些记录');
  expect(screen.queryByText(/还没有记录/)).toBeNull();
  expect(screen.queryByText(/这天没有记录/)).toBeNull();
  expect(screen.getByText(/还不知道这天有没有记录/)).toBeTruthy();
});

describe('an app left open over midnight', () => {
  const tonight = dayOf(Date.now());
  const tomorrow = addDays(tonight, 1);
  const untilMidnight = 30_000;
  const openLate = async () => {
    jest.useFakeTimers({ now: startOfDay(tomorrow) - untilMidnight });
    learnClock({ now: Date.now() });
    serve({ 'home.today': () => homeOn(dayOf(Date.now()), [tonight]) });
    show(<TodayPage />);
    await screen.findByText('记下了');
  };
  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

  test('moves to the new day by itself, asks anew, and what was logged is yesterday’s', async () => {
    await openLate();
    const before = sent('home.today').length;
    await pass(untilMidnight + 1000);
    expect(screen.getByText(new RegExp(dayLabel(tomorrow)))).toBeTruthy();
    expect(button()).toBeTruthy();
    expect(screen.queryByText('记下了')).toBeNull();
    expect(sent('home.today').length).toBeGreaterThan(before);
  });

  test('that was in the background then does so when it is shown again, without a timer meanwhile', async () => {
    await openLate();
    act(() => pageEvent('hide'));
    const before = sent('home.today').length;
    await pass(untilMidnight + HOUR_MS);
    expect(sent('home.today').length).toBe(before);
    act(() => pageEvent('show'));
    await pass(0);
    expect(button()).toBeTruthy();
    expect(screen.getByText(new RegExp(dayLabel(tomorrow)))).toBeTruthy();
  });
});
