import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { CheckInLine } from '@contract/domains/checkin/actions';
import type { Today } from '@contract/domains/home/actions';
import { addDays, dayOf, monthOf } from '@contract/day';
import { MonthRecord } from '@/features/checkin/MonthRecord';
import TodayPage from '@/pages/today/index';
import { usePersona } from '@/shared/backend/local/personas';
import { queryClient } from '@/shared/call/client';
import { setOnline } from '@/shared/call/online';
import { coverName } from '@/shared/ui/Cover/title';
import { book, otherBook } from '../support/facts';
import { freshPhone, sent, serve, show, taro } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const day = dayOf(Date.now());
const yesterday = addDays(day, -1);
const lineOf = (of: typeof book, more: Partial<CheckInLine> = {}): CheckInLine => ({
  book: of,
  pages: null,
  minutes: null,
  note: null,
  at: 1,
  ...more,
});
let lines: CheckInLine[];
const home = (): Today => ({
  now: Date.now(),
  day,
  name: '林晓',
  desk: [book, otherBook],
  month: monthOf(day),
  days: [{ day, lines }],
  recommendation: null,
  event: null,
  changes: [],
});

let persona = 0;
beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: `writer${persona++}` });
  setOnline(true);
  lines = [lineOf(book), lineOf(otherBook)];
  serve({
    'home.today': home,
    'checkin.month': ({ month }) => ({
      month,
      today: day,
      days: [day, yesterday].filter((one) => monthOf(one) === month).map((one) => ({ day: one, lines })),
    }),
    'checkin.submit': () => ({ checkIn: { day, lines } }),
  });
});

const note = () => screen.getByLabelText<HTMLTextAreaElement>('心得');
const type = (text: string) => fireEvent.change(note(), { target: { value: text } });
const launch = async () => {
  queryClient.clear();
  const app = show(<TodayPage />);
  await screen.findByText(/林晓/);
  return app;
};

describe('心得 that was begun', () => {
  it('is there again after the app was closed', async () => {
    const app = await launch();
    fireEvent.click(screen.getByText('再写几句'));
    type('写了一半');
    app.unmount();
    await launch();
    fireEvent.click(screen.getByText('接着写'));
    expect(note().value).toBe('写了一半');
  });

  it('stays with its book while another is taken in hand', async () => {
    await launch();
    fireEvent.click(screen.getByText('再写几句'));
    type('关于万历');
    fireEvent.click(screen.getByText('换一本'));
    fireEvent.click(screen.getByLabelText(`换成 ${coverName(otherBook.title, otherBook.author)}`));
    fireEvent.click(screen.getByText('再写几句'));
    expect(note().value).toBe('');
    fireEvent.click(screen.getByText('换一本'));
    fireEvent.click(screen.getByLabelText(`换成 ${coverName(book.title, book.author)}`));
    fireEvent.click(screen.getByText('接着写'));
    expect(note().value).toBe('关于万历');
  });

  it('stays with its day while another day is looked at', async () => {
    const first = show(<MonthRecord initialDay={yesterday} />);
    fireEvent.click((await screen.findAllByText('写几句'))[0] as HTMLElement);
    type('昨天的');
    first.unmount();
    const second = show(<MonthRecord initialDay={day} />);
    await screen.findAllByText('写几句');
    expect(screen.queryByText('接着写')).toBeNull();
    second.unmount();
    show(<MonthRecord initialDay={yesterday} />);
    fireEvent.click(await screen.findByText('接着写'));
    expect(note().value).toBe('昨天的');
  });

  it('is forgotten once it is saved, or thrown away', async () => {
    await launch();
    fireEvent.click(screen.getByText('再写几句'));
    type('写完了');
    fireEvent.click(screen.getByText('写好了'));
    expect(sent('checkin.submit')).toMatchObject([{ note: '写完了' }]);
    expect(screen.queryByText('接着写')).toBeNull();
    fireEvent.click(await screen.findByText(/再写几句|修改/));
    type('又写');
    fireEvent.click(screen.getByText('先不写'));
    fireEvent.click(screen.getByText('接着写'));
    fireEvent.click(screen.getByText('重新写'));
    expect(note().value).not.toBe('又写');
    fireEvent.click(screen.getByText('先不写'));
    expect(screen.queryByText('接着写')).toBeNull();
  });
});

it('words of another phone in a field that was not touched here are not cleared', async () => {
  const app = await launch();
  fireEvent.click(screen.getByText('再写几句'));
  fireEvent.change(screen.getByLabelText('读了几页'), { target: { value: '12' } });
  app.unmount();
  lines = [lineOf(book, { note: '另一部手机写的' }), lineOf(otherBook)];
  await launch();
  await screen.findByText('另一部手机写的');
  fireEvent.click(screen.getByText('接着写'));
  expect(note().value).toBe('另一部手机写的');
  fireEvent.click(screen.getByText('写好了'));
  await waitFor(() => expect(sent('checkin.submit')).toHaveLength(1));
  expect(sent('checkin.submit')[0]).toMatchObject({ pages: 12 });
  expect(sent('checkin.submit')[0]).not.toHaveProperty('note');
});

it('a long note is folded until it is asked for, a short one is shown whole', async () => {
  lines = [lineOf(book, { note: '长'.repeat(500) })];
  await launch();
  expect(screen.queryByText('长'.repeat(500))).toBeNull();
  fireEvent.click(screen.getByText('展开'));
  expect(screen.getByText('长'.repeat(500))).toBeTruthy();
  fireEvent.click(screen.getByText('收起'));
  expect(screen.getByText('展开')).toBeTruthy();
});

it('lines of a few characters each are folded too, and a short note is not', async () => {
  lines = [lineOf(book, { note: '一\n二\n三\n四' })];
  const app = await launch();
  expect(screen.getByText('展开')).toBeTruthy();
  app.unmount();
  freshPhone();
  lines = [lineOf(book, { note: '读到申时行' })];
  await launch();
  expect(screen.queryByText('展开')).toBeNull();
});

it.each([45, 60, 61, 100])(
  '展开 always has more to show, and nothing is folded for less: a note of %d characters',
  async (length) => {
    const whole = '读'.repeat(length);
    lines = [lineOf(book, { note: whole })];
    await launch();
    const shown = screen.getByText(/^读+…?$/).textContent;
    expect(screen.queryByText('展开') !== null).toBe(shown !== whole);
    expect(shown === whole || shown.length + 10 < length).toBe(true);
  },
);

it('who leaves or saves a long note stands before the book again, not somewhere below it', async () => {
  lines = [lineOf(book, { note: '长'.repeat(500) })];
  await launch();
  taro.pageScrollTo.mockClear();
  for (const leave of ['先不写', '写好了']) {
    fireEvent.click(screen.getByText('修改'));
    fireEvent.click(screen.getByText(leave));
  }
  expect(taro.pageScrollTo.mock.calls).toEqual([
    [{ selector: '.in-hand', duration: 200 }],
    [{ selector: '.in-hand', duration: 200 }],
  ]);
});

describe('心得 that cannot be saved', () => {
  it('goes to the first wrong field, says how many there are, and marks nothing before a try', async () => {
    await launch();
    fireEvent.click(screen.getByText('再写几句'));
    const box = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label);
    fireEvent.change(box(/^几分钟/), { target: { value: '9999' } });
    type('写了几句');
    expect(screen.queryByText(/的整数$/)).toBeNull();
    taro.pageScrollTo.mockClear();
    fireEvent.click(screen.getByText('写好了'));
    expect(sent('checkin.submit')).toHaveLength(0);
    expect(document.activeElement).toBe(box(/^几分钟/));
    expect(taro.pageScrollTo).toHaveBeenCalledTimes(1);
    expect(screen.getByText('有 1 处要改').getAttribute('aria-live')).toBe('polite');
    fireEvent.change(box(/^几分钟/), { target: { value: '30' } });
    fireEvent.click(screen.getByText('写好了'));
    expect(sent('checkin.submit')).toMatchObject([{ minutes: 30, note: '写了几句' }]);
  });
});

it('offline, who has seen nothing but 今日 is told that he can go on', async () => {
  await launch();
  act(() => setOnline(false));
  expect(screen.getByText(/^现在离线/).textContent).toContain('记一笔');
});
