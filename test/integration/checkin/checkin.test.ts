import { addDays, dayOf } from '../../../contract/day';
import { catalogue, command } from '../../support/domains';
import { printFigures } from '../../support/figures';
import { openid, redelivered, startTown, trips, unindexed, youth } from '../../support/settled';
import type { Stack } from '../../support/stack';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const TODAY = dayOf(NOW);
const MONTH = TODAY.slice(0, 6);
const [first, second] = catalogue(2).map(({ _id }) => _id) as [string, string];

let stack: Stack;
beforeAll(async () => (stack = await startTown({ clock: NOW, young: 8 })));
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

const tap = (number: number, bookId = first) => ({
  commandId: command(number),
  bookId,
  // As the phone shows it; the other book is looked up.
  ...(bookId === first ? { book: { title: '第0本书', author: '作者0', tone: 'ink' as const } } : {}),
  when: { kind: 'tap' as const, elapsedMs: 0 },
});
const daysOf = async (who: string) => (await stack.call(openid(who), 'checkin.month', { month: MONTH })).days;

it('ten taps at once are one record with one line', async () => {
  const who = openid(youth(0));
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, index) => stack.callAs(who, 'checkin.submit', tap(index))),
  );
  expect(replies.every(({ ok }) => ok)).toBe(true);
  const records = await stack.db.checkins.find({ _id: `${youth(0)}:${TODAY}` }, { limit: 10 });
  printFigures('10 check-ins of one member at once', { acknowledged: replies.length, records: records.length });
  expect(records).toHaveLength(1);
  expect(Object.keys(records[0]?.lines ?? {})).toEqual([first]);
  expect(records[0]?.commands).toHaveLength(10);
});

it('delivered again in any way it leaves the same state and gives the same reply', async () => {
  const who = openid(youth(1));
  const replies = await redelivered(() =>
    stack.call(who, 'checkin.submit', { ...tap(1), pages: 20, note: '一段心得' }),
  );
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  await stack.call(who, 'checkin.submit', { ...tap(2), pages: 25 });
  // A late twin of the first does not turn the page back.
  await stack.call(who, 'checkin.submit', { ...tap(1), pages: 20 });
  expect(await daysOf(youth(1))).toMatchObject([
    { day: TODAY, lines: [{ pages: 25, minutes: null, note: '一段心得' }] },
  ]);
});

it('what was taken back does not come again with a late twin', async () => {
  const who = openid(youth(2));
  await stack.call(who, 'checkin.submit', tap(1));
  const remove = { commandId: command(2), day: TODAY, bookId: first };
  const replies = await redelivered(() => stack.call(who, 'checkin.remove', remove));
  expect(replies.every(({ checkIn }) => checkIn.lines.length === 0)).toBe(true);
  await stack.call(who, 'checkin.submit', tap(1));
  expect(await daysOf(youth(2))).toEqual([]);
  await stack.call(who, 'checkin.submit', tap(3));
  await stack.call(who, 'checkin.remove', remove);
  expect(await daysOf(youth(2))).toMatchObject([{ lines: [{ book: { id: first } }] }]);
});

it('an undo takes back exactly what its command did, delivered in any way', async () => {
  const who = openid(youth(6));
  const line = { day: TODAY, bookId: first };
  await stack.call(who, 'checkin.submit', { ...tap(1), pages: 20, note: '一段心得' });
  const before = await daysOf(youth(6));
  await stack.call(who, 'checkin.remove', { commandId: command(2), ...line });
  const restore = { commandId: command(3), of: command(2), what: 'removal' as const, ...line };
  const restored = await redelivered(() => stack.call(who, 'checkin.undo', restore));
  expect(restored.every(({ undone }) => undone)).toBe(true);
  expect(await daysOf(youth(6))).toEqual(before);
  await stack.call(who, 'checkin.submit', tap(4));
  const undo = { commandId: command(5), of: command(4), what: 'tap' as const, ...line };
  expect((await redelivered(() => stack.call(who, 'checkin.undo', undo))).every(({ undone }) => !undone)).toBe(true);
  expect(await daysOf(youth(6))).toEqual(before);
  await stack.call(who, 'checkin.submit', tap(6, second));
  const alone = { commandId: command(7), of: command(6), what: 'tap' as const, day: TODAY, bookId: second };
  expect((await redelivered(() => stack.call(who, 'checkin.undo', alone))).every(({ undone }) => undone)).toBe(true);
  expect(await daysOf(youth(6))).toEqual(before);
});

it('two books on one day are two lines, and null clears what was typed', async () => {
  const who = openid(youth(3));
  await stack.call(who, 'checkin.submit', { ...tap(1), minutes: 30 });
  await stack.call(who, 'checkin.submit', { ...tap(2, second), minutes: 15 });
  await stack.call(who, 'checkin.submit', { ...tap(3), minutes: null });
  const [day] = await daysOf(youth(3));
  expect(new Map(day?.lines.map(({ book, minutes }) => [book.id, minutes]))).toEqual(
    new Map([
      [first, null],
      [second, 15],
    ]),
  );
});

it('costs 2 round trips for the book in hand, a removal and an undo, and 3 for words when the day has a record', async () => {
  const who = openid(youth(4));
  await stack.call(who, 'checkin.submit', tap(2));
  expect(trips(stack)).toBe(2);
  await stack.call(who, 'checkin.submit', { ...tap(3), pages: 3 });
  expect(trips(stack)).toBe(3);
  const line = { day: TODAY, bookId: first };
  await stack.call(who, 'checkin.remove', { commandId: command(4), ...line });
  expect(trips(stack)).toBe(2);
  await stack.call(who, 'checkin.undo', { commandId: command(5), of: command(4), what: 'removal', ...line });
  expect(trips(stack)).toBe(2);
  await stack.call(who, 'checkin.month', { month: MONTH });
  expect(trips(stack)).toBe(2);
});

it('a name that means something to the language is refused as wrong input, never a fault of ours', async () => {
  const who = openid(youth(5));
  for (const bookId of ['__proto__', 'constructor', 'toString']) {
    const undo = { commandId: command(3), of: command(1), what: 'tap' as const, day: TODAY, bookId };
    const replies = [
      await stack.callAs(who, 'checkin.submit', tap(1, bookId)),
      await stack.callAs(who, 'checkin.remove', { commandId: command(2), day: TODAY, bookId }),
      await stack.callAs(who, 'checkin.undo', undo),
    ];
    expect(replies).toMatchObject(Array.from({ length: 3 }, () => ({ ok: false, code: 'BAD_INPUT' })));
  }
});

it('nobody reads another’s record', async () => {
  for (const who of ['neighbour', 'secretary', 'head', 'stranger']) expect(await daysOf(who)).toEqual([]);
});

it('what I wrote about a book is shown to me alone, for 2 round trips', async () => {
  const who = openid(youth(7));
  await stack.call(who, 'checkin.submit', { ...tap(1), note: '第一天' });
  await stack.call(who, 'checkin.submit', { ...tap(2, second), note: '另一本' });
  const yesterday = { kind: 'day' as const, day: addDays(TODAY, -1) };
  await stack.call(who, 'checkin.submit', { ...tap(3), when: yesterday, note: '前一天' });
  const page = await stack.call(who, 'checkin.ofBook', { bookId: first });
  expect(trips(stack)).toBe(2);
  expect(page).toEqual({
    items: [
      { day: TODAY, note: '第一天' },
      { day: addDays(TODAY, -1), note: '前一天' },
    ],
    next: null,
  });
  for (const other of ['neighbour', 'secretary', 'head', 'stranger', youth(3)]) {
    const theirs = await stack.call(openid(other), 'checkin.ofBook', { bookId: first });
    expect(JSON.stringify(theirs)).not.toContain('天');
  }
});

it('the day ends at midnight in Shanghai, by the clock of the server', async () => {
  const midnight = Date.UTC(2026, 10, 23, 16);
  stack.setClock(midnight + 5_000);
  const late = { ...tap(91), when: { kind: 'tap' as const, elapsedMs: 60_000 } };
  expect((await stack.call(openid('reader'), 'checkin.submit', late)).checkIn.day).toBe('20261123');
  expect((await stack.call(openid('reader'), 'checkin.submit', tap(92))).checkIn.day).toBe('20261124');
});
