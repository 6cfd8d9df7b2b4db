import { eraseMember } from '../../../cloudfunctions/jobs/persons';
import { transferJobs } from '../../../cloudfunctions/domains/transfer/jobs';
import { startOfDay } from '../../../contract/day';
import { command, openTown, type Town } from '../../support/domains';
import { runJob } from '../../support/runJob';

/* What becomes of somebody's duties, and of what they gave, when he leaves the org or hands them over. */

const NOW = startOfDay('20261123') + 4 * 3_600_000;
let commands = 0;
const commandId = () => command((commands += 1));

async function open(): Promise<Town> {
  const town = await openTown(NOW);
  const add = (memberId: string, kind: 'branchSecretary' | 'groupMember', orgId = 'eastBranch') =>
    town.done('head', 'duty.add', {
      ...{ commandId: commandId(), orgId, group: '支部委员会', kind, title: '' },
      ...{ person: { memberId, name: 'x' }, from: '20260101', until: null, rights: true },
    });
  await add('reader', 'groupMember', 'east');
  const { duty } = await add('reader', 'branchSecretary');
  await town.done('head', 'duty.standIn', {
    ...{ commandId: commandId(), id: duty.id, person: { memberId: 'neighbour', name: 'x' } },
    ...{ from: '20261101', until: '20261231', rights: true },
  });
  return town;
}

/** Who is on the board of the branch, and who was; what those two may there. */
async function told(town: Town) {
  const { groups } = await town.done('head', 'duty.board', { orgId: 'eastBranch' });
  const { items } = await town.done('head', 'duty.history', { orgId: 'eastBranch' });
  const may = async (who: string) => (await town.call(who, 'org.joinCode', { orgId: 'eastBranch' })).ok;
  return {
    now: groups.flatMap(({ duties }) => duties.flatMap((one) => [one, ...one.standIns])).map(({ name }) => name),
    before: items.map(({ name, until }) => `${name} ${until ?? ''}`).sort(),
    may: [await may('reader'), await may('neighbour')],
  };
}

const standing = { now: ['reader同志', 'neighbour同志'], before: [], may: [true, true] };
const over = { now: [], before: ['neighbour同志 20261123', 'reader同志 20261123'], may: [false, false] };

const leavings: Record<string, (town: Town) => Promise<() => Promise<unknown>>> = {
  async 'he leaves'(town) {
    const { transfer } = await town.done('reader', 'transfer.leave', { commandId: commandId(), orgId: 'eastBranch' });
    return () => town.done('reader', 'transfer.rejoin', { commandId: commandId(), id: transfer.id });
  },
  async 'he is transferred'(town) {
    const wish = { commandId: commandId(), fromId: 'eastBranch', toId: 'westBranch', reason: '' };
    const { id } = (await town.done('reader', 'transfer.ask', wish)).transfer;
    await town.done('rival', 'transfer.answer', { commandId: commandId(), id, accept: true, text: '' });
    return () => town.done('rival', 'transfer.undo', { commandId: commandId(), id });
  },
  async 'he graduates'(town) {
    // Whoever stands above: a secretary ends nobody's role of his own rank.
    const groups = [{ toId: null, memberIds: ['reader'] }];
    const input = { commandId: commandId(), orgId: 'eastBranch', groups };
    const { id } = (await town.done('head', 'transfer.graduate', input)).graduation;
    return async () => {
      await town.done('head', 'transfer.ungraduate', { commandId: commandId(), id });
      for (const { key } of await town.db.jobs.find({ kind: 'graduation' }, { limit: 9 })) {
        await runJob(transferJobs.graduation, town.db, town.clock.now, key);
      }
    };
  },
};

it.each(Object.keys(leavings))(
  'when %s, his duties there end with that day, and those who stand in for him; undone, all is as before',
  async (how) => {
    const town = await open();
    expect(await told(town)).toEqual(standing);
    const undo = await leavings[how]?.(town);
    expect(await told(town)).toEqual(over);
    // What he is on other orgs is another matter.
    expect((await town.done('head', 'duty.board', { orgId: 'east' })).groups).toHaveLength(1);
    await undo?.();
    expect(await told(town)).toEqual({ ...standing, may: [true, expect.any(Boolean)] });
  },
);

it('a duty that somebody wrote anew since is not changed back', async () => {
  const town = await open();
  const undo = await leavings['he leaves']?.(town);
  const [doc] = await town.db.duties.find({ memberId: 'reader', orgId: 'eastBranch' }, { limit: 1 });
  await town.done('head', 'duty.revise', {
    ...{
      commandId: commandId(),
      id: doc?._id ?? '',
      version: 0,
      group: '支部委员会',
      kind: 'branchSecretary',
      title: '',
    },
    ...{ person: { memberId: 'reader', name: 'x' }, from: '20260101', until: '20261001', rights: false },
  });
  await undo?.();
  expect((await town.db.duties.get(doc?._id ?? ''))?.until).toBe(startOfDay('20261002'));
});

it('of somebody who is erased no duty goes on', async () => {
  const town = await open();
  await runJob(eraseMember, town.db, NOW, 'reader');
  const found = await town.db.duties.find({ removedAt: null }, { limit: 9 });
  expect(found.map(({ until }) => until <= NOW)).toEqual([true, true, true]);
  expect((await town.done('head', 'duty.board', { orgId: 'eastBranch' })).groups).toEqual([]);
});

it('handed over (交接), duty and role are the successor’s alike, and taken back the holder’s', async () => {
  const town = await open();
  const asked = { orgId: 'eastBranch', memberId: 'reader', toId: 'stranger', at: null, until: null };
  const { handover } = await town.done('head', 'role.handOver', { commandId: commandId(), ...asked });
  const may = async (who: string) => (await town.call(who, 'org.joinCode', { orgId: 'eastBranch' })).ok;
  expect([await may('reader'), await may('stranger'), await may('neighbour')]).toEqual([false, true, false]);
  const [next] = await town.db.duties.find({ memberId: 'stranger' }, { limit: 1 });
  const { duty } = await town.done('head', 'duty.get', { id: next?._id ?? '' });
  expect(duty).toMatchObject({ rights: 'given', until: null });
  expect((await told(town)).before).toContain('reader同志 20261123');
  await town.done('head', 'role.undoHandOver', { commandId: commandId(), id: handover.id });
  expect([await may('reader'), await may('stranger')]).toEqual([true, false]);
  expect((await told(town)).now).toContain('reader同志');
});
