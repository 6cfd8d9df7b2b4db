import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Today } from '@contract/domains/home/actions';
import { dayOf, monthOf } from '@contract/day';
import TodayPage from '@/pages/today/index';
import { usePersona } from '@/shared/backend/local/personas';
import { setOnline } from '@/shared/call/online';
import { useOutbox } from '@/shared/outbox/outbox';
import { tellFull } from '@/shared/storage';
import { coverName } from '@/shared/ui/Cover/title';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { book, otherBook, recommendation } from '../support/facts';
import { fillPhone, freshPhone, lost, Refusal, sent, serve, show, taro, type Backend } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const day = dayOf(Date.now());
const today = (more: Partial<Today> = {}): Today => ({
  now: Date.now(),
  day,
  name: '林晓',
  desk: [book, otherBook],
  month: monthOf(day),
  days: [],
  recommendation,
  event: null,
  changes: [],
  ...more,
});
const recorded = { checkIn: { day, lines: [{ book, pages: null, minutes: null, note: null, at: 1 }] } };
const open = async (backend: Backend, data = today()) => {
  serve({ 'home.today': () => data, ...backend });
  show(<TodayPage />);
  await screen.findByText(/林晓/);
};
const undo = () => act(() => useSnackbar.getState().message?.undo?.());

let persona = 0;
beforeEach(() => {
  freshPhone();
  // Each test is another person: the outbox lives as long as the app.
  usePersona.setState({ id: `reader${persona++}` });
  setOnline(true);
});

test('one tap logs: the seal is there at once, before any reply', async () => {
  await open({ 'checkin.submit': () => recorded });
  fireEvent.click(screen.getByText('记一笔'));
  expect(screen.getByLabelText('今日已读')).toBeTruthy();
  expect(useSnackbar.getState().message?.text).toBe('已记下');
  await screen.findByText('记下了');
  expect(sent('checkin.submit')).toMatchObject([{ bookId: book.id, when: { kind: 'moment' } }]);
});

test('ten taps in one instant are one tap, so that one 撤销 takes it back', async () => {
  await open({ 'checkin.submit': () => recorded });
  act(() => {
    for (let taps = 0; taps < 10; taps += 1) fireEvent.click(screen.getByText('记一笔'));
  });
  await screen.findByText('记下了');
  expect(sent('checkin.submit')).toHaveLength(1);
});

test('撤销 takes the record back from the server', async () => {
  await open({
    'checkin.submit': () => recorded,
    'checkin.undo': () => ({ checkIn: { day, lines: [] }, undone: true }),
  });
  fireEvent.click(screen.getByText('记一笔'));
  await screen.findByText('记下了');
  undo();
  expect(screen.getByText('记一笔')).toBeTruthy();
  await waitFor(() => expect(sent('checkin.undo')).toMatchObject([{ what: 'tap', bookId: book.id, day }]));
});

test('撤销 that finds words of another phone leaves them and says so', async () => {
  const line = { book, pages: null, minutes: null, note: '另一部手机写的', at: 1 };
  await open({
    'checkin.submit': () => recorded,
    'checkin.undo': () => ({ checkIn: { day, lines: [line] }, undone: false }),
  });
  fireEvent.click(screen.getByText('记一笔'));
  await screen.findByText('记下了');
  undo();
  await screen.findByText('另一部手机写的');
  expect(useSnackbar.getState().message?.text).toMatch(/没有撤销/);
});

test('without network the tap is kept and marked, and is sent when the network returns', async () => {
  await open({ 'checkin.submit': () => lost });
  fireEvent.click(screen.getByText('记一笔'));
  expect(screen.getByText('记下了，待同步')).toBeTruthy();
  await screen.findByText(/现在离线/);
  let has: Today['days'] = [];
  const record = () => {
    has = [recorded.checkIn];
    return recorded;
  };
  serve({ 'home.today': () => today({ days: has }), 'checkin.submit': record });
  act(() => setOnline(true));
  await screen.findByText('记下了');
  expect(new Set(sent('checkin.submit').map((input) => input.commandId)).size).toBe(1);
});

test('words may be added; they are sent for the same day and stay private', async () => {
  await open({ 'checkin.submit': () => recorded });
  fireEvent.click(screen.getByText('记一笔'));
  fireEvent.click(await screen.findByText('再写几句'));
  expect(screen.getByText('仅自己可见')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('心得'), { target: { value: '读到申时行' } });
  fireEvent.change(screen.getByLabelText('读了几页'), { target: { value: '12' } });
  fireEvent.click(screen.getByText('写好了'));
  await waitFor(() => expect(sent('checkin.submit')).toHaveLength(2));
  expect(sent('checkin.submit')[1]).toMatchObject({ pages: 12, note: '读到申时行' });
});

test('a wrong number of pages is said at the field and nothing is sent', async () => {
  await open({ 'checkin.submit': () => recorded });
  fireEvent.click(screen.getByText('记一笔'));
  fireEvent.click(await screen.findByText('再写几句'));
  fireEvent.change(screen.getByLabelText('读了几页'), { target: { value: '99999' } });
  fireEvent.click(screen.getByText('写好了'));
  expect(screen.getByText('1 到 2000 的整数')).toBeTruthy();
  expect(sent('checkin.submit')).toHaveLength(1);
});

test('a refused check-in says why and gives the words back', async () => {
  await open({ 'checkin.submit': () => new Refusal('BOOK_NOT_FOUND') });
  fireEvent.click(screen.getByText('记一笔'));
  await screen.findByText(/没能记下/);
  expect(screen.getByText(/没有找到这本书/)).toBeTruthy();
  fireEvent.click(screen.getByText('知道了'));
  expect(screen.queryByText(/没能记下/)).toBeNull();
});

test('another book on the desk can be taken in hand', async () => {
  await open({ 'checkin.submit': () => recorded });
  fireEvent.click(screen.getByText('换一本'));
  fireEvent.click(screen.getByLabelText(`换成 ${coverName(otherBook.title, otherBook.author)}`));
  fireEvent.click(screen.getByText('记一笔'));
  await waitFor(() => expect(sent('checkin.submit')).toMatchObject([{ bookId: otherBook.id }]));
});

test('the switch says whether it is open, and which book is the one in hand', async () => {
  await open({});
  const state = () => screen.getByText(/^(换一本|收起)$/).getAttribute('aria-expanded');
  expect(state()).toBe('false');
  fireEvent.click(screen.getByText('换一本'));
  expect(state()).toBe('true');
  const current = screen.getAllByRole('button').filter((one) => one.getAttribute('aria-current') === 'true');
  expect(current.map((one) => one.getAttribute('aria-label'))).toEqual([
    `手头是 ${coverName(book.title, book.author)}`,
  ]);
});

test('with nothing on the desk a book is offered, and the recommended one is one tap away', async () => {
  await open({ 'shelf.move': () => ({ item: null, desk: [book] }) }, today({ desk: [] }));
  expect(screen.queryByText('记一笔')).toBeNull();
  fireEvent.click(screen.getByText(`就读《${book.title}》`));
  await waitFor(() => expect(sent('shelf.move')).toMatchObject([{ bookId: book.id, to: 'reading' }]));
});

test('a day opens its record; the days of the month are counted, never the days without', async () => {
  const lines = [{ book, pages: null, minutes: null, note: null, at: 1 }];
  const days = [{ day: `${monthOf(day)}01`, lines }];
  await open({}, today({ days }));
  expect(screen.getByText(/月读了 1 天/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/连续|中断|坚持/);
  fireEvent.click(screen.getByLabelText(/月1日 .*记了 1 笔/));
  expect(taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining(`day=${monthOf(day)}01`) as string });
});

test('a visitor is asked to join instead', async () => {
  serve({ 'home.today': () => new Refusal('NOT_REGISTERED') });
  show(<TodayPage />);
  await screen.findByText('加入支部');
});

test('nothing is left waiting after all of this', () => {
  expect(useOutbox.getState().waiting).toEqual([]);
});

test('a full phone shows one notice, that of the unsent tap before any other, and it goes with the sending', async () => {
  const said = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
  // The place where a message would be said is always there.
  const notices = () => said().filter(Boolean);
  await open({ 'checkin.submit': () => lost });
  const makeRoom = fillPhone();
  act(() => tellFull());
  fireEvent.click(screen.getByText('记一笔'));
  await screen.findByText('记下了，待同步');
  act(() => useSnackbar.setState({ message: null }));
  await waitFor(() => expect(notices()).toEqual([expect.stringContaining('发出之前请先别关闭')]));
  serve({ 'home.today': () => today(), 'checkin.submit': () => recorded });
  act(() => setOnline(false));
  act(() => setOnline(true));
  await waitFor(() => expect(notices()).toEqual([expect.stringContaining('刚写的在关闭后可能留不住')]));
  makeRoom();
});
