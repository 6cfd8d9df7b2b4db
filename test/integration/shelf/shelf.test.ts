import { catalogue, command } from '../../support/domains';
import { openid, redelivered, startTown, trips, unindexed, youth } from '../../support/settled';
import type { Stack } from '../../support/stack';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const books = catalogue(11).map(({ _id }) => _id);
const bookId = (index: number) => books[index] ?? '';

let stack: Stack;
beforeAll(async () => (stack = await startTown({ clock: NOW, young: 4 })));
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

const move = (who: string, number: number, index: number, to: 'want' | 'reading' | 'finished' | null) =>
  stack.callAs(openid(who), 'shelf.move', { commandId: command(number), bookId: bookId(index), to });
const overview = (who: string) => stack.call(openid(who), 'shelf.overview', {});
const shelfOf = async (who: string) =>
  (await stack.db.shelf.find({ memberId: who, status: 'reading' }, { limit: 20 })).map(({ book }) => book.id).sort();
const deskOf = async (who: string) => (await stack.db.members.get(who))?.desk.map(({ id }) => id);

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

it('costs 3 round trips to look, 2 for a further page, 4 to move what is there', async () => {
  await move('reader', 1, 0, 'want');
  await move('reader', 2, 0, 'reading');
  expect(trips(stack)).toBe(4);
  await overview('reader');
  expect(trips(stack)).toBe(3);
  await stack.call(openid('reader'), 'shelf.list', { status: 'want' });
  expect(trips(stack)).toBe(2);
});

it('nobody sees another’s shelf', async () => {
  for (const who of ['neighbour', 'secretary', 'stranger']) {
    expect(await overview(who)).toMatchObject({ reading: [], want: { items: [] }, finished: { items: [] } });
  }
});
