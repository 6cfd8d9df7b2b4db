import { closeAll, type Others } from '../../../cloudfunctions/kernel/others';
import { dutiesEverOf, handOverDuties, takeBackHandOver } from '../../../cloudfunctions/domains/duty/public';
import { startOfDay } from '../../../contract/day';
import { command, openTown, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

const NOW = startOfDay('20261123');

/** What somebody holds or will hold, on one org or on all. */
const dutiesOf = async (others: Others, { memberId, orgId }: { memberId: string; orgId?: string }, now: number) =>
  (await dutiesEverOf(others, memberId, now)).present.filter((duty) => orgId === undefined || duty.orgId === orgId);

async function open(gate: Gate = {}): Promise<Town> {
  const town = await openTown(NOW, gate);
  const add = (number: number, orgId: string, group: string, until: string | null) =>
    town.done('head', 'duty.add', {
      ...{ commandId: command(number), orgId, group, kind: 'groupMember', title: '' },
      ...{ person: { memberId: 'reader', name: 'x' }, from: '20260101', until },
    });
  await add(1, 'eastBranch', '领导小组', null);
  await add(2, 'eastBranch', '读书小组', '20271231');
  await add(3, 'eastBranch', '旧小组', '20260301');
  await add(4, 'east', '领导小组', null);
  return town;
}
const handing = {
  from: 'reader',
  to: { memberId: 'neighbour', name: 'neighbour同志' },
  orgId: 'eastBranch',
  at: NOW,
};

it('the duties of a member are those that are not over, on one org or on all', async () => {
  const others = closeAll((await open()).db);
  expect((await dutiesOf(others, { memberId: 'reader' }, NOW)).map(({ orgId }) => orgId).sort()).toEqual([
    'east',
    'eastBranch',
    'eastBranch',
  ]);
  expect(await dutiesOf(others, { memberId: 'reader', orgId: 'east' }, NOW)).toHaveLength(1);
});

it('handed over, each duty on that org goes on with the successor as long as it would have, and the rest stays', async () => {
  const town = await open();
  const others = closeAll(town.db);
  expect(await handOverDuties(others, handing, command(9))).toBe(2);
  const next = await dutiesOf(others, { memberId: 'neighbour' }, NOW);
  expect(next.map(({ group, from, until }) => [group, from, until]).sort()).toEqual([
    ['读书小组', '20261123', '20271231'],
    ['领导小组', '20261123', null],
  ]);
  expect(await dutiesOf(others, { memberId: 'reader' }, NOW)).toMatchObject([{ orgId: 'east' }]);
  const { items } = await town.done('reader', 'duty.history', { orgId: 'eastBranch' });
  expect(items.map(({ group, until }) => [group, until]).sort()).toEqual([
    ['旧小组', '20260301'],
    ['读书小组', '20261122'],
    ['领导小组', '20261122'],
  ]);
});

it('killed anywhere and sent again, a handover comes to the same', async () => {
  const plain = await open();
  await handOverDuties(closeAll(plain.db), handing, command(9));
  for (let kill = 1; kill < 7; kill += 1) {
    const gate: Gate = {};
    const town = await open(gate);
    let calls = 0;
    gate.after = () => {
      calls += 1;
      if (calls === kill) throw new Error('killed');
    };
    await handOverDuties(closeAll(town.db), handing, command(9)).catch(() => undefined);
    gate.after = () => undefined;
    await handOverDuties(closeAll(town.db), handing, command(9));
    expect(await town.dump()).toEqual(await plain.dump());
  }
});

it('taken back, those who held the duties hold them as before, and nothing of it is on the board or in the history', async () => {
  const town = await open();
  const others = closeAll(town.db);
  const before = await dutiesOf(others, { memberId: 'reader' }, NOW);
  await handOverDuties(others, handing, command(9));
  for (let time = 0; time < 2; time += 1) {
    await takeBackHandOver(others, { orgId: 'eastBranch', key: command(9), now: NOW + 1000 });
    expect(await dutiesOf(others, { memberId: 'reader' }, NOW)).toEqual(before);
    expect(await dutiesOf(others, { memberId: 'neighbour' }, NOW)).toEqual([]);
  }
  const { items } = await town.done('reader', 'duty.history', { orgId: 'eastBranch' });
  expect(items.map(({ group }) => group)).toEqual(['旧小组']);
});
