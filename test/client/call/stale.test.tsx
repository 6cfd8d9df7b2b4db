import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor } from '@testing-library/react';
import type { ActionOutput } from '@contract/registry';
import { useCommandCall, type CommandInput } from '@/shared/call/command';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { call } from '@/shared/call/call';
import { book } from '../support/facts';
import { freshPhone, Refusal, sent, serve, show } from '../support/screen';

jest.mock('@backend/transport', () => ({ start: jest.fn(), send: jest.fn() }));

const nowhere = { reading: [], want: { items: [], next: null }, finished: { items: [], next: null } };
const seen: ActionOutput<'book.get'> = {
  book,
  status: null,
  version: 0,
  mayCorrect: false,
  own: false,
  recommendations: [],
};
const mine = {
  'shelf.overview': () => nowhere,
  'book.get': () => seen,
  'feedback.mine': () => ({ items: [], next: null }),
};
const asked = () => [sent('shelf.overview').length, sent('book.get').length, sent('feedback.mine').length];

let run: (input: CommandInput<'shelf.move'>) => Promise<unknown>;
function Screen({ optimistic = false, followed = false }) {
  useQueryCall('shelf.overview', {});
  useQueryCall('book.get', { bookId: book.id });
  useQueryCall('feedback.mine', {});
  run = useCommandCall('shelf.move', { optimistic, followed: () => followed }).run;
  return null;
}
const move = () => act(() => run({ bookId: book.id, to: 'want' }));
const open = async (options: { optimistic?: boolean; followed?: boolean } = {}) => {
  serve({ ...mine, 'shelf.move': () => ({ item: null, desk: [] }) });
  show(<Screen {...options} />);
  await waitFor(() => expect(asked()).toEqual([1, 1, 1]));
};

beforeEach(() => freshPhone());

test('a command asks again for what it declares as stale, and for nothing else', async () => {
  await open();
  await move();
  await waitFor(() => expect(asked()).toEqual([2, 2, 1]));
});

test('with something to be sent on top of it at once, nothing is asked for in between', async () => {
  await open({ followed: true });
  await move();
  expect(asked()).toEqual([1, 1, 1]);
});

test.each([
  ['CONFLICT', [2, 2, 1]],
  ['DESK_FULL', [2, 2, 1]],
  ['NOT_FOUND', [2, 2, 1]],
  ['BAD_INPUT', [1, 1, 1]],
] as const)(
  'a refusal that says that the screen is behind asks again, one about the input does not: %s',
  async (code, due) => {
    await open();
    serve({ ...mine, 'shelf.move': () => new Refusal(code) });
    await move();
    await waitFor(() => expect(asked()).toEqual(due));
  },
);

test.each([
  [true, [2, 2, 1]],
  [false, [1, 1, 1]],
])(
  'what was shown as done before it was sent (%s) is asked for again when nothing came of it',
  async (optimistic, due) => {
    await open({ optimistic });
    serve({ ...mine, 'shelf.move': () => new Refusal('BUSY') });
    await move();
    await waitFor(() => expect(asked()).toEqual(due));
  },
);

function Roster() {
  const { items, error } = useListCall('event.roster', { id: 'e1' });
  return <>{error ? error.code : items.map(({ name }) => name).join()}</>;
}

test('whoever is refused a later page of a list is not left with the pages before it either', async () => {
  const person = { order: 1, seated: true, name: '小江', at: 1, answers: [] };
  const page = { title: '诵读', form: [], total: 2, capacity: 5, items: [person], next: 'more' };
  serve({ 'event.roster': ({ cursor }) => (cursor ? new Refusal('FORBIDDEN') : page) });
  show(<Roster />);
  await screen.findByText('小江');
  await act(() => call('event.roster', { id: 'e1', cursor: 'more' }).catch(() => undefined));
  await screen.findByText('FORBIDDEN');
  expect(screen.queryByText('小江')).toBeNull();
});

test('nothing outside shared/call names what to ask for again: it is declared with the action', () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file));
  const byHand = /\b(refresh|refreshAll|invalidateQueries|startAfresh)\(/;
  const found = sources('src').filter((file) => byHand.test(readFileSync(file, 'utf8')));
  expect(found.filter((file) => !file.startsWith(join('src', 'shared', 'call')))).toEqual([]);
});
