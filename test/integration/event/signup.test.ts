import { command } from '../../support/domains';
import { printFigures } from '../../support/figures';
import { openid, redelivered, startTown, trips, unindexed, youth } from '../../support/settled';
import { NOW, plan } from '../../support/eventPlan';
import type { Stack } from '../../support/stack';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const form = [{ id: 'piece', label: '诵读篇目', kind: 'text' as const, required: true, options: [] }];
const answers = [{ fieldId: 'piece', value: '岳阳楼记' }];

let stack: Stack;
let created = 0;
beforeAll(async () => (stack = await startTown({ clock: NOW, young: 100 })));
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

async function create(capacity: number): Promise<string> {
  const input = { commandId: command(1000 + (created += 1)), orgId: 'eastBranch', form, ...plan, capacity };
  return (await stack.call(openid('secretary'), 'event.create', input)).event.id;
}
const signUp = (index: number, id: string, number = 1) =>
  stack.callAs(openid(youth(index)), 'event.signUp', { commandId: command(number), id, answers, form });
const cancel = (index: number, id: string, number: number) =>
  stack.callAs(openid(youth(index)), 'event.cancelSignup', { commandId: command(number), id });
const mine = async (index: number, id: string) =>
  (await stack.call(openid(youth(index)), 'event.get', { id })).event.mine;
const queueOf = async (id: string) => (await stack.db.events.get(id))?.queue.map(({ m }) => m) ?? [];

it('100 people at once for 20 places: exactly 20 are in, 80 wait in order, and each was told the truth', async () => {
  const id = await create(20);
  const replies = await Promise.all(Array.from({ length: 100 }, (_, index) => signUp(index, id)));
  const told = replies.map((reply) => (reply.ok ? reply.data.event.mine : undefined));
  expect(told.filter((one) => one?.state === 'in')).toHaveLength(20);
  const places = told.flatMap((one) => (one?.state === 'waiting' ? [one.place] : []));
  expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
  const queue = await queueOf(id);
  printFigures('100 sign-ups at once for 20 places', {
    in: told.filter((one) => one?.state === 'in').length,
    waiting: places.length,
    queued: queue.length,
  });
  expect(new Set(queue).size).toBe(100);
  for (const [index, one] of told.entries()) {
    const order = queue.indexOf(youth(index));
    expect(one).toEqual(order < 20 ? { state: 'in' } : { state: 'waiting', place: order - 19 });
  }
});

it('50 taps of one person at once, each a command of its own, are one sign-up', async () => {
  const id = await create(5);
  const replies = await Promise.all(Array.from({ length: 50 }, (_, index) => signUp(0, id, index + 1)));
  expect(replies.every((reply) => reply.ok && reply.data.event.mine.state === 'in')).toBe(true);
  expect(await stack.db.events.get(id)).toMatchObject({ queued: 1, queue: [{ m: youth(0), a: answers }] });
});

it('delivered again in any way, a sign-up and a cancellation leave the same state and give the same reply', async () => {
  const id = await create(5);
  const same = (replies: unknown[]) => new Set(replies.map((reply) => JSON.stringify(reply))).size === 1;
  expect(same(await redelivered(() => signUp(1, id, 1)))).toBe(true);
  expect(await queueOf(id)).toEqual([youth(1)]);
  expect(same(await redelivered(() => cancel(1, id, 2)))).toBe(true);
  expect(await stack.db.events.get(id)).toMatchObject({ queue: [], queued: 0 });
  // Late retries, after it was undone and after it was done anew.
  await signUp(1, id, 1);
  expect(await queueOf(id)).toEqual([]);
  await signUp(1, id, 3);
  await cancel(1, id, 2);
  expect(await queueOf(id)).toEqual([youth(1)]);
});

it('a place given back goes to the first who waits, and more places to the next ones', async () => {
  const id = await create(1);
  for (const index of [2, 3, 4]) await signUp(index, id);
  expect(await mine(4, id)).toEqual({ state: 'waiting', place: 2 });
  await cancel(2, id, 2);
  expect([await mine(3, id), await mine(4, id)]).toEqual([{ state: 'in' }, { state: 'waiting', place: 1 }]);
  const more = { commandId: command(50), id, version: 1, ...plan, capacity: 2 };
  const replies = await redelivered(() => stack.call(openid('secretary'), 'event.revise', more));
  expect(replies.every(({ event }) => event.version === 2)).toBe(true);
  expect(await mine(4, id)).toEqual({ state: 'in' });
  const fewer = { commandId: command(51), id, version: 2, ...plan, capacity: 1 };
  expect(await stack.callAs(openid('secretary'), 'event.revise', fewer)).toMatchObject({ code: 'BAD_INPUT' });
});

it('while people come and go at once, nobody is lost, doubled or counted wrong', async () => {
  const id = await create(10);
  await Promise.all(Array.from({ length: 30 }, (_, index) => signUp(index, id)));
  await Promise.all(Array.from({ length: 60 }, (_, index) => (index < 30 ? cancel(index, id, 2) : signUp(index, id))));
  const event = await stack.db.events.get(id);
  expect([...(event?.queue ?? [])].map(({ m }) => m).sort()).toEqual(
    Array.from({ length: 30 }, (_, index) => youth(index + 30)).sort(),
  );
  expect(event?.queued).toBe(30);
});

it('costs 4 round trips to sign up or to leave, 2 to look or to list', async () => {
  const id = await create(10);
  await signUp(70, id);
  expect(trips(stack)).toBe(4);
  await cancel(70, id, 2);
  expect(trips(stack)).toBe(4);
  await mine(70, id);
  expect(trips(stack)).toBe(2);
  for (const which of ['open', 'mine', 'managed'] as const) {
    await stack.call(openid('secretary'), 'event.list', { which });
    expect(trips(stack)).toBe(2);
  }
});

it('the roster is for organisers of the event, page by page, and never part of what others see', async () => {
  const id = await create(20);
  await Promise.all(Array.from({ length: 70 }, (_, index) => signUp(index, id)));
  const one = await stack.call(openid('secretary'), 'event.roster', { id });
  const two = await stack.call(openid('head'), 'event.roster', { id, cursor: one.next ?? undefined });
  const all = [...one.items, ...two.items];
  expect(two.next).toBeNull();
  expect(all.map(({ order }) => order)).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
  expect(all.every((person, index) => person.seated === index < 20 && person.answers[0]?.value === '岳阳楼记')).toBe(
    true,
  );
  for (const who of [youth(1), 'rival', 'stranger']) {
    expect(await stack.callAs(openid(who), 'event.roster', { id })).toMatchObject({ code: 'FORBIDDEN' });
  }
  const seen = JSON.stringify(await stack.call(openid(youth(1)), 'event.get', { id }));
  expect(seen).not.toContain('岳阳楼记');
  expect(seen).not.toContain(youth(2));
});

it('another subtree sees nothing of it', async () => {
  const id = await create(5);
  expect(await stack.callAs(openid('stranger'), 'event.get', { id })).toMatchObject({ code: 'NOT_FOUND' });
  const input = { commandId: command(1), id, answers };
  expect(await stack.callAs(openid('stranger'), 'event.signUp', input)).toMatchObject({ code: 'NOT_FOUND' });
  for (const which of ['open', 'mine', 'managed'] as const) {
    expect((await stack.call(openid('stranger'), 'event.list', { which })).items).toEqual([]);
  }
});
