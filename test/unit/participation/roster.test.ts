import fc from 'fast-check';
import { rosterPage } from '../../../cloudfunctions/shared/participation/rules/roster';
import type { RosterPosition } from '../../../cloudfunctions/shared/participation/rules/roster';
import type { QueueEntry } from '../../../cloudfunctions/shared/participation/shape';
import { findRoster } from '../../../cloudfunctions/shared/participation/store';
import { memoryDatabase } from '../kernel/memory';

const MINUTE = 60_000;
const queueOf = (length: number): QueueEntry[] =>
  Array.from({ length }, (_, index) => ({ m: `m${index}`, c: `c${index}`, at: index * MINUTE, a: [] }));

/** One page of a document with this queue, as the store reads it and the rules show it. */
async function pageOf(queue: QueueEntry[], after?: RosterPosition) {
  const { db } = memoryDatabase();
  await db.events.add({ _id: 'e', capacity: 20, queue, queued: queue.length } as never);
  const found = await findRoster(db.events, 'e', after, []);
  if (found === undefined) throw new Error('no document');
  return rosterPage(found.page, found);
}

async function wholeRoster(queue: QueueEntry[], between: () => QueueEntry[] = () => queue): Promise<string[]> {
  const seen: string[] = [];
  let current = queue;
  for (let after: RosterPosition | undefined; ;) {
    const { people, next } = await pageOf(current, after);
    seen.push(...people.map(({ memberId }) => memberId));
    if (next === undefined) return seen;
    after = next;
    current = between();
  }
}

it('shows everybody once, in order, with seats for the first', async () => {
  const queue = queueOf(120);
  expect(await wholeRoster(queue)).toEqual(queue.map(({ m }) => m));
  const { people } = await pageOf(queue);
  expect(people.slice(18, 22).map(({ order, seated }) => [order, seated])).toEqual([
    [19, true],
    [20, true],
    [21, false],
    [22, false],
  ]);
  expect(await pageOf([])).toEqual({ people: [], next: undefined });
  expect(await wholeRoster(queueOf(50))).toHaveLength(50);
});

it('numbers the people of a later page on from those before, and says when it is the last', async () => {
  const { people } = await pageOf(queueOf(120), [49 * MINUTE, 'c49']);
  expect((await pageOf(queueOf(60), [49 * MINUTE, 'c49'])).next).toBeUndefined();
  expect(people[0]).toEqual({ memberId: 'm50', order: 51, seated: false, at: 50 * MINUTE, answers: [] });
});

it('leaves nobody out when people cancel between two pages, whoever they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(119), { maxLength: 60 }), async (cancelled) => {
      const queue = queueOf(120);
      const rest = queue.filter((_, index) => !cancelled.includes(index));
      const seen = await wholeRoster(queue, () => rest);
      expect(rest.every(({ m }) => seen.includes(m))).toBe(true);
    }),
  );
});

it('goes on with those who came within a minute of one who has cancelled, so that nobody is left out', async () => {
  const queue = queueOf(10).filter(({ m }) => m !== 'm5');
  const { people } = await pageOf(queue, [5 * MINUTE, 'c5']);
  expect(people.map(({ memberId }) => memberId)).toEqual(['m4', 'm6', 'm7', 'm8', 'm9']);
});

it('ends where all who came later have cancelled', async () => {
  expect(await pageOf(queueOf(10), [500 * MINUTE, 'cancelled'])).toEqual({ people: [], next: undefined });
});

it('reads no more than a page of the people', async () => {
  const { db } = memoryDatabase();
  await db.events.add({ _id: 'e', capacity: 20, queue: queueOf(2000), queued: 2000 } as never);
  const found = await findRoster(db.events, 'e', [999 * MINUTE, 'c999'], []);
  expect(found).not.toHaveProperty('queue');
  expect(found?.page.from).toBe(1000);
  expect(found?.page.items).toHaveLength(50);
});
