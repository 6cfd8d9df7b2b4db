import { bookDocument } from '../../../cloudfunctions/domains/book/rules/book';
import { command } from '../../support/domains';
import { openid, redelivered, startTown, trips, unindexed } from '../../support/settled';
import type { Stack } from '../../support/stack';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);

let stack: Stack;
beforeAll(async () => (stack = await startTown({ clock: NOW })));
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

const search = (who: string, q: string, cursor?: string) => stack.call(openid(who), 'book.search', { q, cursor });
const add = (who: string, number: number, title: string, isbn = '') =>
  stack.callAs(openid(who), 'book.add', { commandId: command(number), title, author: '沈从文', publisher: '', isbn });

it.each([
  ['a part of its title', '凡的世'],
  ['one character', '凡'],
  ['its author', '路遥'],
  ['both, in either order', '路遥 世界'],
  ['a title in signs', '《平凡的世界》'],
])('a book is found by %s', async (_name, q) => {
  expect((await search('reader', q)).items.map(({ title }) => title)).toContain('平凡的世界');
  expect(trips(stack)).toBeLessThanOrEqual(2);
});

it('a book is found by its ISBN, in ten digits or thirteen, and refused with a wrong one', async () => {
  await add('secretary', 1, '湘行散记', '7-02-000220-X');
  for (const q of ['978-7-02-000220-7', '702000220X']) {
    expect((await search('reader', q)).items.map(({ title }) => title)).toEqual(['湘行散记']);
  }
  expect(await add('reader', 2, '湘西', '9787020002208')).toMatchObject({ ok: false, code: 'ISBN_INVALID' });
});

it('every match is shown once over all pages', async () => {
  const titles = Array.from({ length: 50 }, (_, index) => `星火${index}`);
  const facts = titles.map((title) => ({ title, author: '佚名', publisher: null, isbn: null }));
  // Ten have the very same title.
  const twins = Array.from({ length: 10 }, (_, index) => ({ ...facts[0], title: '星火0', author: `作者${index}` }));
  await stack.db.books.addAll(
    [...facts, ...twins.map((twin) => ({ publisher: null, isbn: null, ...twin }))].map((one) => bookDocument(one, NOW)),
  );
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await search('reader', '星火', cursor);
    seen.push(...page.items.map(({ id }) => id));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(seen).toHaveLength(60);
  expect(new Set(seen).size).toBe(60);
});

it('what an organiser adds is everybody’s and once; what a reader adds is his own and once', async () => {
  const replies = await redelivered(() => add('secretary', 10, '边城'));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect((await search('stranger', '边城')).items).toHaveLength(1);
  const own = await Promise.all([11, 12, 13].map((number) => add('reader', number, '长河')));
  expect(new Set(own.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect((await search('reader', '长河')).items).toHaveLength(1);
  const id = own[0]?.ok ? own[0].data.book.id : '';
  for (const who of ['neighbour', 'secretary', 'head']) {
    expect((await search(who, '长河')).items).toEqual([]);
    expect(await stack.callAs(openid(who), 'book.get', { bookId: id })).toMatchObject({ code: 'BOOK_NOT_FOUND' });
  }
  expect(await stack.callAs(openid('reader'), 'book.get', { bookId: id })).toMatchObject({ ok: true });
  expect(trips(stack)).toBe(4);
});

it('a false title under a real ISBN is corrected through indexes only, and the act is in the audit', async () => {
  const reply = await add('secretary', 20, '假的书名', '9787506365437');
  const bookId = reply.ok ? reply.data.book.id : '';
  await stack.callAs(openid('reader'), 'shelf.move', { commandId: command(21), bookId, to: 'reading' });
  const facts = { title: '活着', author: '余华', isbn: '9787506365437' };
  const correction = { commandId: command(22), bookId, version: 0, ...facts };
  const replies = await redelivered(() => stack.callAs(openid('head'), 'book.correct', correction));
  expect(new Set(replies.map((one) => JSON.stringify(one))).size).toBe(1);
  // In the same call: nobody waits for the timer.
  expect((await stack.call(openid('reader'), 'shelf.overview', {})).reading.map(({ title }) => title)).toEqual([
    '活着',
  ]);
  const acts = await stack.db.audit.find({}, { limit: 100 });
  const told = acts.filter(({ target }) => target.includes(bookId)).map(({ actor, action }) => `${actor} ${action}`);
  expect(told).toEqual(expect.arrayContaining(['secretary book.add', 'head book.correct']));
  expect(acts.some(({ actor, action }) => actor === 'reader' && action === 'book.add')).toBe(false);
});
