import type { EventDoc } from '../../../cloudfunctions/domains/event/collections';
import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import { not } from '../../../cloudfunctions/kernel/port';
import { createTimer } from '../../../cloudfunctions/jobs/timer';
import { orgCopies } from '../../../cloudfunctions/jobs/org-copies';
import { LEASE_MS } from '../../../cloudfunctions/shared/work/rules/items';
import { command, person } from '../../support/domains';
import { fakePlatform } from '../../unit/kernel/memory';
import { openid, startTown, trips, unindexed } from '../../support/settled';
import type { Stack } from '../../support/stack';

/*
 * A tree of two thousand, and a branch with many things that is moved while people use it: `LARGE=10000` for as many as
 * the issue of moves names.
 */

jest.setTimeout(600_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const NODES = 2000;
const THINGS = Number(process.env.LARGE ?? 600);
const BATCH = 100;

let stack: Stack;
beforeAll(async () => {
  stack = await startTown({ clock: NOW });
  const { orgs, members, events } = stack.db;
  const chief = { ...person('chief', 'city', [{ role: 'cityAdmin' as const, orgId: 'city' }]) };
  await members.add(chief);
  const above = ['city', 'east'];
  const fill = async (count: number, add: (from: number, to: number) => Promise<void>) => {
    for (let from = 0; from < count; from += BATCH) await add(from, Math.min(from + BATCH, count));
  };
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
  await fill(NODES, (from, to) =>
    orgs.addAll(range(from, to).map((at) => newOrg({ id: `n${at}`, name: `第${at}团支部`, kind: 'branch', above }))),
  );
  const path = [...above, 'eastBranch'];
  await fill(THINGS / 2, (from, to) =>
    events.addAll(
      range(from, to).map(
        (at) =>
          ({ _id: `e${at}`, orgId: 'eastBranch', orgPath: path, orgName: 'eastBranch团组织', endsAt: NOW }) as EventDoc,
      ),
    ),
  );
  await fill(THINGS / 2, (from, to) =>
    members.addAll(
      range(from, to).map((at) => ({
        ...newMember(`p${at}`, '青年', [{ _id: 'eastBranch', path }]),
        openid: `openid-p${at}`,
        joinedAt: 1,
      })),
    ),
  );
  stack.emulator.calls.clear();
});
afterAll(() => stack.stop());

it('two thousand orgs come at once in two round trips through indexes, and fit into a reply', async () => {
  const { nodes } = await stack.call(openid('chief'), 'org.tree', { orgId: 'city' });
  expect(nodes).toHaveLength(NODES + 5);
  expect(trips(stack)).toBe(2);
  expect(JSON.stringify(nodes).length).toBeLessThan(400_000);
  const { below, more } = await stack.call(openid('chief'), 'org.page', { orgId: 'east' });
  expect([below.length, more, trips(stack)]).toEqual([500, true, 2]);
  const { items } = await stack.call(openid('chief'), 'org.search', { orgId: 'city', q: 'di1999tuan' });
  expect(items.map(({ id }) => id)).toEqual(['n1999']);
  expect(unindexed(stack)).toEqual([]);
});

it('a branch with all its things moves in small steps, several at once, while people act on it', async () => {
  const { db } = stack;
  const platform = fakePlatform({ db });
  platform.time = NOW;
  const timer = createTimer([orgCopies], platform);
  const fire = () => timer({ Type: 'Timer', TriggerName: 'minute' });
  const moved = { commandId: command(1), orgId: 'eastBranch', toId: 'west' };
  const { change } = await stack.call(openid('chief'), 'org.move', moved);
  const renew = (who: string, number: number) =>
    stack.callAs(openid(who), 'org.renewCode', { commandId: command(number), orgId: 'eastBranch' });
  // Rights are those of now before anything was mended.
  expect(await renew('head', 2)).toMatchObject({ code: 'FORBIDDEN' });
  const path = ['city', 'west', 'eastBranch'];
  const left = () => db.events.count({ orgId: 'eastBranch', 'orgPath.1': not('west') });
  let acted = 0;
  for (let rounds = 0; rounds < 60 && (await db.jobs.count({ state: 'due', kind: 'orgcopies' })) > 0; rounds += 1) {
    await Promise.all([fire(), fire(), renew('secretary', 100 + rounds).then(({ ok }) => (acted += Number(ok)))]);
    platform.time += LEASE_MS;
  }
  expect(acted).toBeGreaterThan(0);
  expect(await left()).toBe(0);
  expect(await db.members.count({ orgIds: 'eastBranch', 'scope.1': not('west') })).toBe(0);
  expect(await db.orgs.get('eastBranch')).toMatchObject({ path });
  const { items } = await stack.call(openid('chief'), 'org.changes', { orgId: 'city' });
  expect(items[0]).toMatchObject({ id: change.id, kind: 'move', progress: null, undoUntil: change.undoUntil });
  expect(unindexed(stack)).toEqual([]);
});
