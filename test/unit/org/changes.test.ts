import { orgDrift } from '../../../cloudfunctions/jobs/org-drift';
import { orgCopies } from '../../../cloudfunctions/jobs/org-copies';
import { createTimer } from '../../../cloudfunctions/jobs/timer';
import { LEASE_MS } from '../../../cloudfunctions/shared/work/rules/items';
import { fakePlatform } from '../kernel/memory';
import { command, openTown, person, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { runJob } from '../../support/runJob';

jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 10, 23, 4);
const DAY = 24 * 3_600_000;

const chief = person('chief', 'city', [{ role: 'cityAdmin', orgId: 'city' }]);
const town = (gate: Gate = {}) => openTown(NOW, gate, [chief, person('mover', 'eastBranch')]);

/** Lets the timer do what is due, a few minutes later. */
async function settle({ db, clock }: Town, later = LEASE_MS): Promise<void> {
  const platform = fakePlatform({ db });
  platform.time = clock.now + later;
  clock.now = platform.time;
  const timer = createTimer([orgCopies], platform);
  for (let round = 0; round < 20; round += 1) {
    await timer({ Type: 'Timer', TriggerName: 'minute' });
    platform.time += LEASE_MS;
  }
}

/** Everything but who did what when. */
const tree = async ({ db }: Town) =>
  (await db.orgs.find({}, { limit: 99, sort: [['_id', 1]] })).map(
    ({ _id, name, parentId, path, mergedInto, archivedAt, away }) => ({
      _id,
      name,
      parentId,
      path,
      mergedInto,
      archivedAt,
      away,
    }),
  );

type Act = (city: Town, number: number) => Promise<{ org: { id: string }; change: { id: string } }>;
const acts: Record<string, Act> = {
  rename: (city, n) => city.done('chief', 'org.rename', { commandId: command(n), orgId: 'west', name: '西城区团委' }),
  move: (city, n) => city.done('chief', 'org.move', { commandId: command(n), orgId: 'eastBranch', toId: 'west' }),
  merge: (city, n) =>
    city.done('chief', 'org.merge', { commandId: command(n), orgId: 'eastBranch', toId: 'westBranch' }),
  archive: (city, n) => city.done('chief', 'org.archive', { commandId: command(n), orgId: 'east' }),
};

describe.each(Object.keys(acts))('a change: %s', (kind) => {
  const act = acts[kind] as Act;

  it('is taken back within a day, copies and members with it, and not twice', async () => {
    const city = await town();
    const { db } = city;
    const before = await tree(city);
    const scopes = async () => (await db.members.find({}, { limit: 99, sort: [['_id', 1]] })).map(({ scope }) => scope);
    const seen = await scopes();
    const { org, change } = await act(city, 1);
    await settle(city);
    expect(await tree(city)).not.toEqual(before);
    await city.done('chief', 'org.undo', { commandId: command(2), orgId: org.id, changeId: change.id });
    await settle(city);
    await settle(city, DAY);
    expect(await tree(city)).toEqual(before);
    expect(await scopes()).toEqual(seen);
    const again = { commandId: command(3), orgId: org.id, changeId: change.id };
    expect(await city.call('chief', 'org.undo', again)).toMatchObject({ code: 'CONFLICT' });
    const { items } = await city.done('chief', 'org.changes', { orgId: 'city' });
    expect(items[0]).toMatchObject({ kind, by: 'chief同志', undoUntil: null });
    expect(items[0]?.undoneAt).not.toBeNull();
  });

  it('is not taken back after a day', async () => {
    const city = await town();
    const { org, change } = await act(city, 1);
    city.clock.now += DAY;
    const input = { commandId: command(2), orgId: org.id, changeId: change.id };
    expect(await city.call('chief', 'org.undo', input)).toMatchObject({ code: 'ORG_UNDO_LATE' });
  });

  it('comes to the same where its call was killed between any two round trips and is sent again', async () => {
    const whole = await town();
    await act(whole, 1);
    await settle(whole);
    const expected = await tree(whole);
    for (let dies = 1; ; dies += 1) {
      const gate: Gate = {};
      const city = await town(gate);
      let calls = 0;
      gate.after = () => {
        calls += 1;
        if (calls === dies) throw new Error('killed');
      };
      const first = await act(city, 1).then(
        () => 'ended',
        () => 'killed',
      );
      delete gate.after;
      await act(city, 1);
      await settle(city);
      expect(await tree(city)).toEqual(expected);
      expect(await city.db.orgchanges.count({})).toBe(1);
      if (first === 'ended') break;
    }
  });
});

it('an undo that somebody else’s change has overtaken is refused, and changes nothing', async () => {
  const city = await town();
  const { org, change } = await city.done('chief', 'org.move', {
    commandId: command(1),
    orgId: 'eastBranch',
    toId: 'west',
  });
  await city.done('chief', 'org.rename', { commandId: command(2), orgId: 'eastBranch', name: '新名团支部' });
  const before = await tree(city);
  const undo = { commandId: command(3), orgId: org.id, changeId: change.id };
  const message = '之后又有人改过这个组织，不能直接撤销；请再改一次。';
  expect(await city.call('chief', 'org.undo', undo)).toMatchObject({ code: 'CONFLICT', message });
  expect(await tree(city)).toEqual(before);
});

it('a split gives the new org the members that were chosen, with what they see, and an undo brings all back', async () => {
  const city = await town();
  const input = {
    commandId: command(1),
    orgId: 'eastBranch',
    name: '东二团支部',
    code: 'E2',
    orgIds: [],
    memberIds: ['mover', 'rival'],
  };
  const { change } = await city.done('chief', 'org.split', input);
  await settle(city);
  expect(await city.db.members.get('mover')).toMatchObject({ orgIds: ['E2'], scope: ['city', 'east', 'E2'] });
  // Who never belonged to the one that is split is not taken from elsewhere.
  expect(await city.db.members.get('rival')).toMatchObject({ orgIds: ['westBranch'] });
  expect((await city.db.orgs.get('E2'))?.takes).toBeUndefined();
  await city.done('chief', 'org.undo', { commandId: command(2), orgId: 'E2', changeId: change.id });
  await settle(city);
  expect(await city.db.members.get('mover')).toMatchObject({
    orgIds: ['eastBranch'],
    scope: ['city', 'east', 'eastBranch'],
  });
  expect(await city.db.orgs.get('E2')).toMatchObject({ mergedInto: 'eastBranch', joinCode: 'closed-E2' });
  expect(await runJob(orgDrift, city.db, city.clock.now, '20261123')).toBe('orgs 0');
});

it('a merged org hands over only after a day, with dates and delegations of its roles', async () => {
  const city = await town();
  const grants = [{ role: 'branchSecretary' as const, orgId: 'eastBranch', until: NOW + 9 * DAY, of: 'secretary' }];
  await city.db.members.update({ _id: 'mover' }, { set: { grants } });
  await city.done('chief', 'org.merge', { commandId: command(1), orgId: 'eastBranch', toId: 'westBranch' });
  await settle(city);
  expect(await city.db.members.get('mover')).toMatchObject({
    orgIds: ['eastBranch'],
    scope: ['city', 'west', 'westBranch', 'eastBranch'],
    grants,
  });
  await settle(city, DAY);
  const handed = [{ ...grants[0], orgId: 'westBranch' }];
  expect(await city.db.members.get('mover')).toMatchObject({
    orgIds: ['westBranch'],
    scope: ['city', 'west', 'westBranch'],
    grants: handed,
  });
});

it('a merger takes roles along to a peer, and nobody comes by one through it that he could not be given there, nor by more', async () => {
  const city = await town();
  await city.db.orgs.update({ _id: 'city' }, { set: { kind: 'committee' } });
  await city.db.orgs.update({ _id: 'west' }, { set: { kind: 'district' } });
  const roles = ['branchSecretary', 'orgAdmin', 'moderator'] as const;
  const grants = (orgId: string) => roles.map((role) => ({ role, orgId, until: NOW + 9 * DAY }));
  await city.db.members.update({ _id: 'mover' }, { set: { grants: grants('east') } });
  await city.db.members.update({ _id: 'neighbour' }, { set: { grants: grants('eastBranch') } });
  await city.db.members.update({ _id: 'stranger' }, { set: { grants: grants('westBranch') } });
  const held = async (id: string) => (await city.db.members.get(id))?.grants.map(({ role, orgId }) => [role, orgId]);
  const merge = (n: number, orgId: string, toId: string) =>
    city.done('chief', 'org.merge', { commandId: command(n), orgId, toId });
  // A branch into the district above it; a branch into another; a district into the city itself.
  await merge(1, 'westBranch', 'west');
  await settle(city);
  await settle(city, DAY);
  expect(await held('stranger')).toEqual([]);
  await merge(2, 'eastBranch', 'west');
  await settle(city);
  expect(await held('neighbour')).toHaveLength(3);
  await settle(city, DAY);
  expect(await held('neighbour')).toEqual([
    ['orgAdmin', 'west'],
    ['moderator', 'west'],
  ]);
  await merge(3, 'east', 'city');
  await settle(city);
  await settle(city, DAY);
  expect(await held('mover')).toEqual([]);
  expect(await city.db.roleterms.find({ memberId: 'mover' }, { limit: 9 })).toMatchObject(
    roles.map(() => ({ state: 'ended', orgId: 'city' })),
  );
});
