import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { firstOf, indexOf, sizesOf, windowOf } from '../../../cloudfunctions/kernel/port';
import type { Computed, Window } from '../../../cloudfunctions/kernel/port';
import type { QueueEntry } from '../../../cloudfunctions/shared/participation/shape';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';

/* Values that the database computes beside fields, over the real SDK: what domain code may rely on. */

let stack: Stack;
const queue = Array.from({ length: 10 }, (_, index) => ({ m: `m${index}`, c: `c${index}`, at: index * 10, a: [] }));
beforeAll(async () => {
  stack = await startStack();
  const events = [
    { _id: 'e1', title: '一', orgId: 'o', startsAt: 1, queue, voided: ['v0', '$title'] },
    { _id: 'e2', title: '二', orgId: 'o', startsAt: 2, queue: [] },
    { _id: 'e3', title: '三', orgId: 'o', startsAt: 3 },
  ];
  for (const event of events) await stack.db.events.add(event as unknown as EventDoc);
});
afterAll(() => stack.stop());

async function computed<R>(one: Computed<R>): Promise<R[]> {
  const found = await stack.db.events.findWith(
    { orgId: 'o' },
    { sort: [['startsAt', 1]], limit: 10, fields: ['title'] },
    { it: one },
  );
  return found.map(({ it }) => it);
}

it('come with the fields asked for and no others, in the order and number asked for', async () => {
  const found = await stack.db.events.findWith(
    { orgId: 'o' },
    { sort: [['startsAt', -1]], limit: 2, skip: 1, fields: ['title'] },
    { position: indexOf('queue.m', 'm3'), mine: firstOf('queue', 'm', 'm3') },
  );
  expect(found).toEqual([
    { _id: 'e2', title: '二', position: -1 },
    { _id: 'e1', title: '一', position: 3, mine: queue[3] },
  ]);
});

it('are where an element is, and -1 where it is not or there is no array', async () => {
  expect(await computed(indexOf('queue.m', 'm9'))).toEqual([9, -1, -1]);
  expect(await computed(indexOf('queue.at', 20))).toEqual([2, -1, -1]);
  expect(await computed(indexOf('voided', 'v0'))).toEqual([0, -1, -1]);
});

it('are how many elements there are, and how many different ones', async () => {
  expect(await computed(sizesOf('queue.m'))).toEqual([
    { all: 10, distinct: 10 },
    { all: 0, distinct: 0 },
    { all: 0, distinct: 0 },
  ]);
  const [first] = await computed(sizesOf('queue.a'));
  expect(first).toEqual({ all: 10, distinct: 1 });
});

it('take a value for what it is, though it reads like the name of a field', async () => {
  expect(await computed(indexOf('voided', '$title'))).toEqual([1, -1, -1]);
  expect(await computed(indexOf('queue.m', '$queue.m'))).toEqual([-1, -1, -1]);
  expect(await computed(firstOf('queue', 'm', '$$each.m'))).toEqual([undefined, undefined, undefined]);
});

const windows = async (limit: number, start?: [key: string, at: number], id = 'e1') => {
  const after = start && { after: { field: 'c', equals: start[0] }, orFrom: { field: 'at', atLeast: start[1] } };
  const [found] = await stack.db.events.findWith(
    { _id: id },
    { limit: 1, fields: [] },
    { window: windowOf<QueueEntry>('queue', limit, after) },
  );
  const { from, items } = found?.window as Window<QueueEntry>;
  return [from, ...items.map(({ m }) => m)];
};

it('are some elements that follow each other, by the key of the one before or by the time', async () => {
  expect(await windows(3)).toEqual([0, 'm0', 'm1', 'm2']);
  expect(await windows(3, ['c7', 0])).toEqual([8, 'm8', 'm9']);
  expect(await windows(3, ['c9', 0])).toEqual([10]);
  expect(await windows(2, ['none', 45])).toEqual([5, 'm5', 'm6']);
  expect(await windows(2, ['none', 91])).toEqual([10]);
  expect(await windows(2, ['$$each.c', 91])).toEqual([10]);
  expect(await windows(2, ['none', 0], 'e3')).toEqual([0]);
});

it('cost one round trip, by the index of the query', async () => {
  stack.emulator.calls.clear();
  await computed(indexOf('queue.m', 'm9'));
  const calls = stack.emulator.calls.recentDatabase();
  expect(calls.map(({ index, examined }) => [index, examined])).toEqual([['org_startsAt', 3]]);
});
