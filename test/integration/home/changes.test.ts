import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { command } from '../../support/domains';
import { openid, startTown, trips, unindexed, youth } from '../../support/settled';
import { HOUR, NOW, plan as usualPlan } from '../../support/eventPlan';
import type { Stack } from '../../support/stack';

jest.setTimeout(60_000);

const plan = { ...usualPlan, title: '江畔诵读', place: '滨江书屋', capacity: 1 };
const me = openid(youth(0));

let stack: Stack;
beforeAll(async () => (stack = await startTown({ clock: NOW, young: 3 })));
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

let number = 100;
const next = () => command((number += 1));
const create = async () => {
  const input = { commandId: next(), orgId: 'eastBranch', ...plan, form: [] };
  return (await stack.call(openid('secretary'), 'event.create', input)).event;
};
const signUp = (who: number, id: string) =>
  stack.call(openid(youth(who)), 'event.signUp', { commandId: next(), id, answers: [] });
const kinds = async () => (await stack.call(me, 'home.today', {})).changes.map(({ kind }) => kind);

it('a seat from the waitlist, a new place and a cancellation are told on 今日 until they are put away', async () => {
  const { id } = await create();
  await signUp(1, id);
  await signUp(0, id);
  expect(await kinds()).toEqual([]);

  await stack.call(openid(youth(1)), 'event.cancelSignup', { commandId: next(), id });
  const { changes } = await stack.call(me, 'home.today', {});
  expect(changes).toMatchObject([{ kind: 'promoted', title: plan.title }]);
  const seen = changes.flatMap((change) => (change.kind === 'answered' ? [] : [change.standing]));
  await stack.call(me, 'home.seen', { commandId: next(), events: seen, tickets: [] });
  expect(await kinds()).toEqual([]);

  const moved = { commandId: next(), id, version: 1, ...plan, place: '江城市图书馆' };
  await stack.call(openid('secretary'), 'event.revise', moved);
  expect(await kinds()).toEqual(['moved']);
  await stack.call(openid('secretary'), 'event.setCancelled', { commandId: next(), id, cancelled: true });
  expect(await kinds()).toEqual(['cancelled']);
});

it('today is one call of four round trips, however many events lie behind, and putting one thing away is two', async () => {
  const { id } = await create();
  const standing = (await stack.db.events.get(id)) as EventDoc;
  const past = Array.from({ length: 300 }, (_, index) => ({
    ...standing,
    _id: `past${index}`,
    startsAt: NOW - (index + 2) * HOUR,
    endsAt: NOW - (index + 1) * HOUR,
    queue: [{ m: youth(0), c: `c${index}`, at: 0, a: [] }],
  }));
  for (const event of past) await stack.db.events.add(event);
  await stack.call(me, 'home.today', {});
  await stack.call(me, 'home.today', {});
  expect(trips(stack)).toBe(4);
  await stack.call(me, 'home.seen', { commandId: next(), events: [], tickets: ['f1'] });
  expect(trips(stack)).toBe(2);
});
