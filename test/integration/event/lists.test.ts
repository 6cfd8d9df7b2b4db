import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { newEvent } from '../../../cloudfunctions/domains/event/rules/event';
import { HOUR, NOW, plan } from '../../support/eventPlan';
import type { Stack } from '../../support/stack';
import { openid, startTown, trips, unindexed, youth } from '../../support/settled';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const COUNT = 64;

/** One a day at noon, half of them past; the last of these still goes on. Every fourth is closed already. */
const event = (index: number): EventDoc => {
  const startsAt = NOW + (index - COUNT / 2) * 24 * HOUR - HOUR;
  const times = {
    startsAt,
    endsAt: startsAt + 2 * HOUR,
    deadline: index % 4 === 0 ? NOW - 1 : startsAt - HOUR,
  };
  const org = { _id: 'eastBranch', path: ['city', 'east', 'eastBranch'], name: '东支部' };
  const origin = { id: `e${String(index).padStart(2, '0')}`, org, memberId: 'secretary' };
  return newEvent(origin, { ...plan, ...times, form: [] }, 0, [{ m: youth(0), c: `c${index}`, at: 0, a: [] }]);
};

let stack: Stack;
beforeAll(async () => {
  stack = await startTown({ clock: NOW, young: 1 });
  await stack.db.events.addAll(Array.from({ length: COUNT }, (_, index) => event(index)));
});
afterAll(() => stack.stop());
afterEach(() => expect(unindexed(stack)).toEqual([]));

async function all(who: string, which: 'open' | 'mine' | 'managed' | 'own'): Promise<number[]> {
  const found: number[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await stack.call(openid(who), 'event.list', { which, cursor });
    // One of them finds out who asks.
    expect(trips(stack)).toBeLessThanOrEqual(3);
    found.push(...page.items.map(({ id }) => Number(id.slice(1))));
    if (page.next === null) return found;
    cursor = page.next;
  }
}

const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

it('what goes on and what is to come runs forward, then what is past backward, each once over all pages', async () => {
  const expected = [...upTo(COUNT / 2, COUNT), ...upTo(0, COUNT / 2).reverse()];
  expect(await all(youth(0), 'mine')).toEqual(expected);
  expect(await all('secretary', 'managed')).toEqual(expected);
  expect(await all('head', 'managed')).toEqual(expected);
});

it('of an organisation’s own events, those of the ones below it are none', async () => {
  expect(await all('secretary', 'own')).toHaveLength(COUNT);
  expect(await all('head', 'own')).toEqual([]);
});

it('what can be signed up for comes before what is closed, and nothing of it has begun', async () => {
  const toCome = upTo(COUNT / 2 + 1, COUNT);
  const closed = (index: number) => index % 4 === 0;
  const expected = [...toCome.filter((index) => !closed(index)), ...toCome.filter(closed)];
  expect(await all(youth(0), 'open')).toEqual(expected);
});
