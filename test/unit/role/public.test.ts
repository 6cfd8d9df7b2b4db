import { endGrants, grantRole, mayLoseCityAdmin, stayCityAdmin } from '../../../cloudfunctions/domains/role/public';
import { end } from '../../../cloudfunctions/domains/role/store';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { isPermittedOn } from '../../../cloudfunctions/kernel/access';
import { findViewer } from '../../../cloudfunctions/kernel/identity';
import { command, openTown, person, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

const NOW = Date.UTC(2026, 10, 29, 4);
const DAY = 86_400_000;
const told = (number: number) => ({ commandId: command(number), now: NOW, by: 'head' });
const secretary = { memberId: 'reader', role: 'branchSecretary', orgId: 'eastBranch' } as const;
const admins = ['one', 'two'].map((id) => person(id, 'city', [{ role: 'cityAdmin', orgId: 'city' }]));

const may = async (town: Town, who: string, now = NOW) => {
  const viewer = await findViewer(town.db, `openid-${who}`, now);
  return viewer !== undefined && isPermittedOn(viewer, 'event:manage', ['city', 'east', 'eastBranch']);
};
const open = async (gate: Gate = {}) => {
  const town = await openTown(NOW, gate, admins);
  return { town, others: closeAll(town.db) };
};

it('a role counts from its first instant to its last, and not after it was taken back', async () => {
  const { town, others } = await open();
  const dates = { from: NOW + DAY, until: NOW + 3 * DAY };
  expect(await grantRole(others, { ...secretary, ...dates }, told(1))).toBe('done');
  const days = [NOW, dates.from - 1, dates.from, dates.until - 1, dates.until];
  const counted = [];
  for (const now of days) counted.push(await may(town, 'reader', now));
  expect(counted).toEqual([false, false, true, true, false]);
  await endGrants(others, { memberId: 'reader', orgId: 'eastBranch' }, told(2));
  expect(await may(town, 'reader', dates.from)).toBe(false);
});

it('the same command twice gives once, and once it was ended it stays so', async () => {
  const { town, others } = await open();
  await grantRole(others, secretary, told(1));
  await grantRole(others, secretary, told(1));
  expect((await town.db.members.get('reader'))?.grants).toHaveLength(1);
  expect(await grantRole(others, secretary, told(2))).toBe('held');
  await endGrants(others, secretary, told(3));
  await grantRole(others, secretary, told(1));
  expect((await town.db.members.get('reader'))?.grants).toEqual([]);
  expect(await grantRole(others, secretary, told(4))).toBe('done');
});

it('what was given before there were terms ends as well, and leaves its history', async () => {
  const { town, others } = await open();
  await endGrants(others, { memberId: 'secretary' }, told(1));
  expect(await may(town, 'secretary')).toBe(false);
  const terms = await town.db.roleterms.find({ memberId: 'secretary' }, { limit: 9 });
  expect(terms).toMatchObject([{ role: 'branchSecretary', state: 'ended', endedBy: 'head', by: '' }]);
});

it('who stands in does so no longer than whom he stands in for', async () => {
  const { town, others } = await open();
  const standIn = { ...secretary, of: 'secretary', until: NOW + 9 * DAY };
  await grantRole(others, standIn, told(1));
  expect(await may(town, 'reader')).toBe(true);
  await endGrants(others, { memberId: 'secretary' }, told(2));
  expect([await may(town, 'secretary'), await may(town, 'reader')]).toEqual([false, false]);
});

it('killed between any two of its calls and sent again, giving and ending come to the same as at one go', async () => {
  const run = async (killAt: number) => {
    const gate: Gate = {};
    const { town, others } = await open(gate);
    const attempt = async (what: () => Promise<unknown>) => {
      let calls = 0;
      gate.before = () => {
        if ((calls += 1) === killAt) throw new Error('killed');
      };
      await what().catch(() => undefined);
      gate.before = undefined;
      await what();
      return calls >= killAt;
    };
    const killed = [
      await attempt(() => grantRole(others, secretary, told(1))),
      await attempt(() => endGrants(others, secretary, told(2))),
      await attempt(() => grantRole(others, { ...secretary, until: NOW + DAY }, told(3))),
    ];
    return { killed, state: JSON.stringify(await town.dump()) };
  };
  const { state: whole } = await run(Infinity);
  for (let at = 1, more = true; more; at += 1) {
    const { killed, state } = await run(at);
    expect([at, state]).toEqual([at, whole]);
    more = killed.includes(true);
  }
});

it('given and ended at once, the grants say what the term says', async () => {
  for (let turns = 0; turns < 12; turns += 1) {
    const { town, others } = await open();
    const wait = async () => {
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    };
    await Promise.all([
      grantRole(others, secretary, told(1)),
      wait().then(() => endGrants(others, secretary, told(2))),
    ]);
    const [term] = await town.db.roleterms.find({ memberId: 'reader' }, { limit: 9 });
    expect([turns, await may(town, 'reader')]).toEqual([turns, term?.state === 'given']);
  }
});

it('a term that is ended before its grant was written leaves no grant', async () => {
  const gate: Gate = {};
  const { town, others } = await open(gate);
  let ended = false;
  gate.before = async (call) => {
    if (call !== 'members.update' || ended) return;
    ended = true;
    const [term] = await town.db.roleterms.find({ memberId: 'reader' }, { limit: 1 });
    await end(town.db, others, term?._id ?? '', told(2));
  };
  await grantRole(others, secretary, told(1));
  expect([ended, await may(town, 'reader')]).toEqual([true, false]);
});

it('two changes of one member at once both count', async () => {
  const { town, others } = await open();
  await Promise.all([
    grantRole(others, secretary, told(1)),
    grantRole(others, { ...secretary, role: 'judge', orgId: 'city' }, told(2)),
    endGrants(others, { memberId: 'reader', orgId: 'west' }, told(3)),
  ]);
  expect((await town.db.members.get('reader'))?.grants.map(({ role }) => role).sort()).toEqual([
    'branchSecretary',
    'judge',
  ]);
});

describe('the city', () => {
  const left = async (town: Town) =>
    (await town.db.members.find({ 'grants.orgId': 'city' }, { limit: 9 })).map(({ _id }) => _id);

  it('is never without an administrator, also where two remove each other at the same moment', async () => {
    for (let turns = 0; turns < 12; turns += 1) {
      const { town, others } = await open();
      const wait = async () => {
        for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      };
      const replies = await Promise.all([
        endGrants(others, { memberId: 'two' }, { ...told(1), by: 'one' }),
        wait().then(() => endGrants(others, { memberId: 'one' }, { ...told(2), by: 'two' })),
      ]);
      expect([turns, replies.sort()]).toEqual([turns, ['done', 'last']]);
      expect(await left(town)).toHaveLength(1);
    }
  });

  it('does not count one whose term ends, who is disabled or who stands in', async () => {
    for (const change of [{ until: NOW + DAY }, { of: 'one' }] as Record<string, string | number>[]) {
      const { town, others } = await open();
      await town.db.members.update(
        { _id: 'two' },
        { set: { grants: [{ role: 'cityAdmin', orgId: 'city', ...change }] } },
      );
      expect(await endGrants(others, { memberId: 'one' }, told(1))).toBe('last');
    }
    const { town, others } = await open();
    await town.db.members.update({ _id: 'two' }, { set: { disabled: true } });
    expect(await endGrants(others, { memberId: 'one' }, told(1))).toBe('last');
  });

  it('keeps one who was about to go and was given it again or restored', async () => {
    const { others } = await open();
    expect([await mayLoseCityAdmin(others, 'two', NOW), await mayLoseCityAdmin(others, 'one', NOW)]).toEqual([
      true,
      false,
    ]);
    await stayCityAdmin(others, 'two');
    expect(await mayLoseCityAdmin(others, 'one', NOW)).toBe(true);
    await grantRole(others, { memberId: 'reader', role: 'cityAdmin', orgId: 'city' }, told(1));
    expect(await mayLoseCityAdmin(others, 'two', NOW)).toBe(true);
    expect(await mayLoseCityAdmin(others, 'neighbour', NOW)).toBe(true);
  });
});
