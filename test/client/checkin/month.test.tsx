import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { addDays, addMonths, dayOf, monthOf } from '@contract/day';
import { readDetails } from '@/features/checkin/details';
import { MonthRecord } from '@/features/checkin/MonthRecord';
import { usePersona } from '@/shared/backend/local/personas';
import { useSnackbar } from '@/shared/ui/Snackbar/snackbar';
import { book, otherBook } from '../support/facts';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const today = dayOf(Date.now());
const yesterday = addDays(today, -1);
const line = { book, pages: 18, minutes: null, note: '第三章', at: 1 };
const home = {
  now: Date.now(),
  day: today,
  name: '林晓',
  desk: [otherBook],
  month: monthOf(today),
  days: [],
  recommendation: null,
  event: null,
  changes: [],
};
const backend = (days: { day: string; lines: (typeof line)[] }[]) =>
  serve({
    'home.today': () => home,
    'checkin.month': ({ month }) => ({ month, today, days: days.filter(({ day }) => monthOf(day) === month) }),
    'checkin.submit': (input) => ({
      checkIn: { day: input.when.kind === 'day' ? input.when.day : today, lines: [] },
    }),
    'checkin.remove': ({ day }) => ({ checkIn: { day, lines: [] } }),
    'checkin.undo': ({ day }) => ({ checkIn: { day, lines: [line] }, undone: true }),
  });

let persona = 0;
beforeEach(() => {
  freshPhone();
  usePersona.setState({ id: `month${persona++}` });
});

test('yesterday can be filled in with a book from the desk', async () => {
  backend([]);
  show(<MonthRecord initialDay={yesterday} />);
  fireEvent.click(await screen.findByText('补记一本'));
  fireEvent.click(await screen.findByText(otherBook.author));
  await waitFor(() =>
    expect(sent('checkin.submit')).toMatchObject([{ bookId: otherBook.id, when: { kind: 'day', day: yesterday } }]),
  );
});

test('while words are written for a day with several books, it says for which', async () => {
  backend([{ day: yesterday, lines: [{ ...line, book: otherBook }, line] }]);
  show(<MonthRecord initialDay={yesterday} />);
  fireEvent.click((await screen.findAllByText('修改'))[1] as HTMLElement);
  expect(screen.getByText(`《${book.title}》`)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('心得').value).toBe('第三章');
  expect(screen.queryByText(`《${otherBook.title}》`)).toBeNull();
});

test('a line can be taken off its day, and put back as it was', async () => {
  backend([{ day: yesterday, lines: [line] }]);
  show(<MonthRecord initialDay={yesterday} />);
  fireEvent.click(await screen.findByText('移除'));
  await waitFor(() => expect(sent('checkin.remove')).toMatchObject([{ day: yesterday, bookId: book.id }]));
  await waitFor(() => expect(screen.queryByText('第三章')).toBeNull());
  act(() => useSnackbar.getState().message?.undo?.());
  expect(await screen.findByText('第三章')).toBeTruthy();
  const of = sent('checkin.remove')[0]?.commandId;
  await waitFor(() => expect(sent('checkin.undo')).toMatchObject([{ what: 'removal', of, day: yesterday }]));
  expect(sent('checkin.submit')).toEqual([]);
});

test('a day more than 60 days back is shown but not written', async () => {
  const old = addDays(today, -61);
  backend([{ day: old, lines: [line] }]);
  show(<MonthRecord initialDay={old} />);
  await screen.findByText('第三章');
  expect(screen.queryByText('修改')).toBeNull();
  expect(screen.queryByText(/补记一本/)).toBeNull();
});

test('earlier months can be turned to and back from, a future one is not offered', async () => {
  backend([]);
  show(<MonthRecord />);
  expect(screen.queryByText('下个月')).toBeNull();
  fireEvent.click(screen.getByText('上个月'));
  const before = addMonths(monthOf(today), -1);
  await screen.findByText(`${before.slice(0, 4)}年${Number(before.slice(4))}月`);
  await waitFor(() => expect(sent('checkin.month').map(({ month }) => month)).toEqual([monthOf(today), before]));
  fireEvent.click(screen.getByText('下个月'));
  expect(screen.queryByText('下个月')).toBeNull();
});

test('empty fields mean nothing to say; numbers are whole and within the contract’s bounds', () => {
  expect(readDetails({ pages: '', minutes: ' ', note: '  ' })).toEqual({
    details: { pages: null, minutes: null, note: null },
    errors: {},
  });
  expect(Object.keys(readDetails({ pages: '0', minutes: '1.5', note: '' }).errors)).toEqual(['pages', 'minutes']);
});

test('a visitor is offered to join, and no day to fill in', async () => {
  serve({ 'checkin.month': () => new Refusal('NOT_REGISTERED'), 'home.today': () => new Refusal('NOT_REGISTERED') });
  show(<MonthRecord initialDay={yesterday} />);
  await screen.findByText('去加入支部');
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.queryByText(/记一/)).toBeNull();
});
