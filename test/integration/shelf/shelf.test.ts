import { catalogue, command } from '../../support/domains';
import { openid, redelivered, startTown, trips, unindexed, youth } from '../../support/settled';
import type { Stack } from '../../support/stack';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const books = catalogue(11).map(({ _id }) => _id);
const bookId = (index: number) => books[index] ?? '';

let stack: Stack;
beforeAll(async () => (stack = await startTown({ clock: NOW, young: 6 })));
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

const move = (who: string, number: number, index: number, to: 'want' | 'reading' | 'finished' | null) =>
  stack.callAs(openid(who), 'shelf.move', { commandId: command(number), bookId: bookId(index), to });
const undo = (who: string, number: number, of: number, index: number) =>
  stack.callAs(openid(who), 'shelf.undo', { commandId: command(number), of: command(of), bookId: bookId(index) });
const overview = (who: string) => stack.call(openid(who), 'shelf.overview', {});
const shelfOf = async (who: string) =>
  (await stack.db.shelf.find({ memberId: who, status: 'reading' }, { limit: 20 })).map(({ book }) => book.id).sort();
const deskOf = async (who: string) => (await stack.db.desks.get(who))?.books.map(({ id }) => id);

it('the book moved last is in hand, and comes to the top again when it is moved again', async () => {
  for (const [number, index] of [0, 1, 2, 0].entries()) await move(youth(0), number + 1, index, 'reading');
  expect((await overview(youth(0))).reading.map(({ id }) => id)).toEqual([bookId(0), bookId(2), bookId(1)]);
});

it('delivered again in any way it leaves the same state and gives the same reply, late twins change nothing', async () => {
  const same = (replies: unknown[]) => new Set(replies.map((reply) => JSON.stringify(reply))).size === 1;
  expect(same(await redelivered(() => move(youth(1), 1, 0, 'reading')))).toBe(true);
  expect(same(await redelivered(() => move(youth(1), 2, 0, null)))).toBe(true);
  await move(youth(1), 1, 0, 'reading');
  expect([await deskOf(youth(1)), await shelfOf(youth(1))]).toEqual([[], []]);
  await move(youth(1), 3, 0, 'finished');
  await move(youth(1), 2, 0, null);
  expect((await overview(youth(1))).finished.items.map(({ book }) => book.id)).toEqual([bookId(0)]);
});

it('moved about from two devices at once, the desk ends as the shelf says', async () => {
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(
      [0, 1, 2, 3].map((index) =>
        move(youth(2), 100 + round * 10 + index, index, (index + round) % 2 ? 'reading' : 'finished'),
      ),
    );
    expect((await deskOf(youth(2)))?.sort()).toEqual(await shelfOf(youth(2)));
  }
});

it('nine books lie on the desk, a tenth is refused', async () => {
  for (let index = 0; index < 9; index += 1) await move(youth(3), index + 1, index, 'reading');
  expect(await move(youth(3), 20, 9, 'reading')).toMatchObject({ ok: false, code: 'DESK_FULL' });
  expect(await deskOf(youth(3))).toHaveLength(9);
});

it('an undo brings the date, the order and the desk back as they were, delivered again in any way', async () => {
  for (const [number, index] of [0, 1, 2].entries()) await move(youth(4), number + 1, index, 'reading');
  for (const [number, index] of [3, 4, 5].entries()) await move(youth(4), number + 11, index, 'finished');
  const before = await overview(youth(4));
  for (const [number, [index, to]] of (
    [
      [1, 'finished'],
      [4, 'reading'],
      [0, null],
      [6, 'want'],
    ] as const
  ).entries()) {
    await move(youth(4), 20 + number, index, to);
    const replies = await redelivered(() => undo(youth(4), 30 + number, 20 + number, index));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]).toMatchObject({ ok: true, data: { undone: true } });
    expect(await overview(youth(4))).toEqual(before);
    // A late twin of what was undone changes nothing.
    await move(youth(4), 20 + number, index, to);
    expect(await overview(youth(4))).toEqual(before);
  }
});

it('an undo leaves what another phone moved since, and an undo that comes first stops its move', async () => {
  await move(youth(5), 1, 0, 'reading');
  await move(youth(5), 2, 0, 'finished');
  const before = await overview(youth(5));
  expect(await undo(youth(5), 3, 1, 0)).toMatchObject({ data: { item: { status: 'finished' }, undone: false } });
  expect(await undo(youth(5), 5, 4, 0)).toMatchObject({ data: { undone: false } });
  await move(youth(5), 4, 0, 'want');
  expect(await overview(youth(5))).toEqual(before);
});

it('costs 4 round trips to look, 2 for a further page, 4 to move what is there or to undo that', async () => {
  await move('reader', 1, 0, 'want');
  await move('reader', 2, 0, 'reading');
  await move('reader', 4, 0, 'finished');
  expect(trips(stack)).toBe(4);
  await undo('reader', 3, 4, 0);
  expect(trips(stack)).toBe(4);
  await overview('reader');
  expect(trips(stack)).toBe(4);
  await stack.call(openid('reader'), 'shelf.list', { status: 'want' });
  expect(trips(stack)).toBe(2);
});

it('nobody sees another’s shelf', async () => {
  for (const who of ['neighbour', 'secretary', 'stranger']) {
    expect(await overview(who)).toMatchObject({ reading: [], want: { items: [] }, finished: { items: [] } });
  }
});
