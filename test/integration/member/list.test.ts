import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { orgs } from '../../support/domains';
import { openid, startTown, trips, unindexed } from '../../support/settled';
import type { Stack } from '../../support/stack';

// Functions start cold, and on a busy machine that takes a while.
jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 29, 4);
const COUNT = 120;
const PAGE = 50;

let stack: Stack;
beforeAll(async () => {
  stack = await startTown({ clock: NOW });
  const branch = orgs.filter(({ _id }) => _id === 'eastBranch');
  const more = Array.from({ length: COUNT }, (_, index) => {
    const id = `more${index}`;
    return { ...newMember(id, `林${index}`, branch), openid: `openid-${id}`, joinedAt: NOW - index };
  });
  await stack.db.members.addAll(more);
  stack.emulator.calls.clear();
});
afterAll(() => stack.stop());

it('every page of an org’s members is one call of two indexed round trips besides the entry in the audit, and together they are everybody once', async () => {
  const seen: string[] = [];
  for (let cursor: string | undefined, pages = 0; pages < 9; pages += 1) {
    const input = { orgId: 'east', ...(cursor === undefined ? {} : { cursor }) };
    const page = await stack.call(openid('head'), 'member.list', input);
    seen.push(...page.items.map(({ id }) => id));
    expect(trips(stack)).toBe(2 + 1);
    // In the order of the index and no further than the page: each with the three orgs above him, not everybody.
    const { action, examined = 0 } = stack.emulator.calls.recentDatabase().at(-2) ?? {};
    expect([action, Number(examined) <= (PAGE + 2) * 4]).toEqual(['database.aggregateDocuments', true]);
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(seen).toHaveLength(COUNT + 4);
  expect(new Set(seen).size).toBe(seen.length);
  expect(unindexed(stack)).toEqual([]);
});

it('somebody is found among them by the index of names, with the orgs he belongs to', async () => {
  const { items } = await stack.call(openid('head'), 'member.list', { orgId: 'east', q: 'lin119' });
  expect(items.map(({ name, orgs: own }) => [name, own])).toEqual([
    ['林119', [{ id: 'eastBranch', name: 'eastBranch团组织' }]],
  ]);
  for (const chosen of [{ role: 'any' as const }, { state: 'disabled' as const }, { sort: 'joined' as const }]) {
    await stack.call(openid('head'), 'member.list', { orgId: 'east', ...chosen });
  }
  expect(unindexed(stack)).toEqual([]);
});

it('those who belong to no org are found by an index of their own, among however many', async () => {
  const orgless = { ...newMember('nobody', '何从', []), openid: 'openid-nobody', joinedAt: NOW };
  const city = orgs.filter(({ _id }) => _id === 'city');
  const admin = { ...newMember('admin', '许清和', city), openid: 'openid-admin', joinedAt: NOW };
  await stack.db.members.addAll([orgless, { ...admin, grants: [{ role: 'cityAdmin', orgId: 'city' }] }]);
  for (const sort of ['name', 'joined'] as const) {
    const { items } = await stack.call(openid('admin'), 'member.list', { orgId: 'city', belonging: 'none', sort });
    expect(items.map(({ name }) => name)).toEqual(['何从']);
    const lists = stack.emulator.calls.recentDatabase().filter(({ action }) => action.includes('aggregate'));
    const { examined = 0 } = lists.at(-1) ?? {};
    expect(Number(examined)).toBeLessThan(COUNT);
  }
  expect(unindexed(stack)).toEqual([]);
});
