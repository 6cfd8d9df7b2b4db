import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import { command } from '../../support/domains';
import { openid, startTown, trips, unindexed } from '../../support/settled';
import type { Stack } from '../../support/stack';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const HOUR = 3_600_000;
const BRANCHES = 939;

let stack: Stack;
beforeAll(async () => {
  stack = await startTown({ clock: NOW });
  const branches = Array.from({ length: BRANCHES }, (_, index) => {
    return newOrg({ id: `more${index}`, name: `第${index}团支部`, kind: 'branch', above: ['city', 'east'] });
  });
  for (let from = 0; from < BRANCHES; from += 100) await stack.db.orgs.addAll(branches.slice(from, from + 100));
});
afterAll(() => stack.stop());

it('of a city’s 939 branches the one looked for is found by two words in five indexed round trips, and can be spoken for', async () => {
  const { items, next } = await stack.call(openid('head'), 'org.below', { orgId: 'east', q: '第938 支部' });
  expect(items).toEqual([{ id: 'more938', name: '第938团支部', kind: 'branch', parent: 'east团组织' }]);
  expect([next, trips(stack)]).toEqual([null, 5]);

  const first = await stack.call(openid('head'), 'org.below', { orgId: 'east' });
  expect(first.items).toHaveLength(20);
  await stack.call(openid('head'), 'org.below', { orgId: 'east', cursor: first.next ?? '' });
  expect(unindexed(stack)).toEqual([]);

  const plan = { title: '晨读', kind: 'recitation' as const, place: '草坪', about: '来读。', capacity: 9, form: [] };
  const times = { startsAt: NOW + 48 * HOUR, endsAt: NOW + 50 * HOUR, deadline: NOW + 24 * HOUR };
  const input = { commandId: command(1), orgId: 'more938', ...plan, ...times };
  const { event } = await stack.call(openid('head'), 'event.create', input);
  expect(event.orgName).toBe('第938团支部');
  expect(await stack.callAs(openid('rival'), 'event.create', input)).toMatchObject({ code: 'FORBIDDEN' });
});
