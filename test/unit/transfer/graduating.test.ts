import { transferJobs } from '../../../cloudfunctions/domains/transfer/jobs';
import type { ActionInput } from '../../../contract/registry';
import type { Town } from '../../support/domains';
import { person } from '../../support/domains';
import { runJob } from '../../support/runJob';
import { answer, codeOf, DAY, fresh, graduates, NOW, orgIdsOf, transferTown } from './town';

const ids = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `grad${from + index}`);

const graduate = (
  town: Town,
  groups: ActionInput<'transfer.graduate'>['groups'],
  who = 'secretary',
  commandId = fresh(),
) => town.call(who, 'transfer.graduate', { commandId, orgId: 'eastBranch', groups });

async function finish(town: Town): Promise<void> {
  for (const { key, state } of await town.db.jobs.find({ kind: 'graduation' }, { limit: 9 })) {
    if (state !== 'done') await runJob(transferJobs.graduation, town.db, town.clock.now, key);
  }
}

const mixed = [
  { toId: null, memberIds: ids(2) },
  { toId: 'westBranch', memberIds: ids(2, 2) },
  { toId: 'east', memberIds: ids(1, 4) },
];

describe('graduating', () => {
  it('is previewed: how many go where and how, how many have a role here, how many are left out', async () => {
    const town = await transferTown({}, graduates(5));
    await town.db.members.update(
      { _id: 'grad1' },
      { set: { grants: [{ role: 'branchSecretary', orgId: 'eastBranch' }] } },
    );
    await town.db.members.update({ _id: 'grad3' }, { set: { disabled: true } });
    const groups = [...mixed, { toId: null, memberIds: ['stranger', 'grad0'] }];
    const shown = await town.done('head', 'transfer.preview', { orgId: 'eastBranch', groups });
    expect(shown).toMatchObject({ people: 4, leftOut: 2, roles: 1 });
    expect(shown.groups).toMatchObject([
      { to: null, people: 2, how: 'leaves' },
      { to: { id: 'westBranch' }, people: 1, how: 'asks' },
      { to: { id: 'east' }, people: 1, how: 'joins' },
      { to: null, people: 0 },
    ]);
    expect(await town.db.transfers.count({})).toBe(0);
  });

  it('lets them go at once: to nowhere, to where one decides oneself, or to where the other side is asked', async () => {
    const town = await transferTown({}, graduates(5));
    const reply = await graduate(town, mixed, 'head');
    expect(reply).toMatchObject({ ok: true, data: { graduation: { people: 5, moved: 5, state: 'done' } } });
    expect(await Promise.all(ids(5).map((id) => orgIdsOf(town, id)))).toEqual([[], [], [], [], ['east']]);
    const { items } = await town.done('rival', 'transfer.list', { orgId: 'westBranch', which: 'waiting' });
    expect(items.map(({ person }) => person?.name).sort()).toEqual(['grad2同志', 'grad3同志']);
    // Three in a row: who asks; the right and the page; names of people and of orgs.
    expect(town.trips()).toBe(5);
    expect(codeOf(await answer(town, items[0]?.id ?? ''))).toBe('ok');
    expect(await orgIdsOf(town, items[0]?.person?.id ?? '')).toEqual(['westBranch']);
    await town.done('rival', 'transfer.undo', { commandId: fresh(), id: items[0]?.id ?? '' });
    expect(await orgIdsOf(town, items[0]?.person?.id ?? '')).toEqual([]);
  });

  it('is done once under a command, and in steps where they are many', async () => {
    const town = await transferTown({}, graduates(70));
    const commandId = fresh();
    const groups = [{ toId: null, memberIds: ids(70) }];
    const first = await graduate(town, groups, 'secretary', commandId);
    expect(first).toMatchObject({ data: { graduation: { moved: 50, state: 'running' } } });
    await graduate(town, groups, 'secretary', commandId);
    expect(await town.db.transfers.count({})).toBe(70);
    await finish(town);
    const { graduation } = await town.done('secretary', 'transfer.graduation', {});
    expect(graduation).toMatchObject({ people: 70, moved: 70, state: 'done', undoUntil: NOW + DAY });
    expect(await town.db.members.count({ orgIds: 'eastBranch' })).toBe(3);
  });

  it('is for those who run the org, for people who belong to it, and not into itself', async () => {
    const town = await transferTown({}, graduates(1));
    expect(codeOf(await graduate(town, [{ toId: null, memberIds: ['grad0'] }], 'rival'))).toBe('FORBIDDEN');
    expect(codeOf(await graduate(town, [{ toId: null, memberIds: ['stranger'] }]))).toBe('TRANSFER_NOBODY');
    expect(codeOf(await graduate(town, [{ toId: 'eastBranch', memberIds: ['grad0'] }]))).toBe('TRANSFER_TARGET');
    expect(codeOf(await graduate(town, [{ toId: 'nowhere', memberIds: ['grad0'] }]))).toBe('TRANSFER_TARGET');
    expect(await town.db.transfers.count({})).toBe(0);
  });
});

describe('a person who graduates', () => {
  it('finds it on 我的, and says that it is right or chooses another destination', async () => {
    const town = await transferTown({}, graduates(3));
    await graduate(town, [
      { toId: null, memberIds: ids(2) },
      { toId: 'westBranch', memberIds: ids(1, 2) },
    ]);
    const mine = async (who: string) => (await town.done(who, 'transfer.mine', {})).items[0];
    const settle = (who: string, id = '', toId: string | null = null) =>
      town.call(who, 'transfer.settle', { commandId: fresh(), id, toId });
    const titles = async (who: string) => (await town.done(who, 'me.waiting', {})).items.map(({ title }) => title);

    expect(await titles('grad0')).toEqual(['毕业去向：暂无']);
    expect(codeOf(await settle('grad0', (await mine('grad0'))?.id))).toBe('ok');
    expect(await titles('grad0')).toEqual([]);
    expect(await mine('grad0')).toMatchObject({ state: 'done', to: null, settled: true });

    const second = (await mine('grad1'))?.id;
    expect(codeOf(await settle('grad0', second, 'west'))).toBe('TRANSFER_GONE');
    expect(codeOf(await settle('grad1', second, 'westBranch'))).toBe('ok');
    expect(await mine('grad1')).toMatchObject({ state: 'open', to: { id: 'westBranch' } });
    expect(codeOf(await answer(town, second ?? ''))).toBe('ok');
    expect(await orgIdsOf(town, 'grad1')).toEqual(['westBranch']);
    // From there he goes by a request like anybody.
    expect(codeOf(await settle('grad1', second, 'west'))).toBe('TRANSFER_CLOSED');

    const third = (await mine('grad2'))?.id;
    expect(codeOf(await settle('grad2', third, null))).toBe('ok');
    expect(codeOf(await answer(town, third ?? ''))).toBe('NOT_FOUND');
  });
});

describe('taking a graduation back', () => {
  const undo = (town: Town, id: string, who = 'secretary', commandId = fresh()) =>
    town.call(who, 'transfer.ungraduate', { commandId, id });

  it('brings everybody home who has not acted himself, also by a secretary who graduated with them', async () => {
    const town = await transferTown({}, graduates(5));
    const groups = [...mixed, { toId: null, memberIds: ['secretary'] }];
    const reply = await graduate(town, groups);
    const id = reply.ok ? reply.data.graduation.id : '';
    const chosen = (await town.done('grad0', 'transfer.mine', {})).items[0]?.id ?? '';
    await town.done('grad0', 'transfer.settle', { commandId: fresh(), id: chosen, toId: 'westBranch' });
    expect(codeOf(await undo(town, id, 'head'))).toBe('TRANSFER_GONE');
    expect(await undo(town, id)).toMatchObject({ ok: true, data: { graduation: { state: 'undone' } } });
    const now = await Promise.all([...ids(5), 'secretary'].map((who) => orgIdsOf(town, who)));
    expect(now).toEqual([[], ...Array<string[]>(5).fill(['eastBranch'])]);
    // Nobody is asked any more about those who are back.
    const { items } = await town.done('rival', 'transfer.list', { orgId: 'westBranch', which: 'waiting' });
    expect(items.map(({ person }) => person?.id)).toEqual(['grad0']);
  });

  it('is too late after a day', async () => {
    const town = await transferTown({}, graduates(1));
    const reply = await graduate(town, [{ toId: null, memberIds: ids(1) }]);
    town.clock.now += DAY;
    expect(codeOf(await undo(town, reply.ok ? reply.data.graduation.id : ''))).toBe('TRANSFER_LATE');
    expect((await town.done('secretary', 'transfer.graduation', {})).graduation).toBeNull();
  });
});

it('ends nobody’s role that is not the mover’s to end: whoever has one stays, and is left out or refused', async () => {
  const secretary = [{ role: 'branchSecretary' as const, orgId: 'eastBranch' }];
  const town = await transferTown({}, [...graduates(1), person('deputy', 'eastBranch', secretary)]);
  const groups = [{ toId: null, memberIds: ['grad0', 'deputy'] }];
  const shown = await town.done('secretary', 'transfer.preview', { orgId: 'eastBranch', groups });
  expect(shown).toMatchObject({ people: 1, leftOut: 1, roles: 0 });
  await graduate(town, groups);
  await finish(town);
  expect(await orgIdsOf(town, 'grad0')).toEqual([]);
  expect(await town.db.members.get('deputy')).toMatchObject({ orgIds: ['eastBranch'], grants: secretary });
  const wish = { orgId: 'eastBranch', memberId: 'deputy', toId: 'westBranch', reason: '' };
  const proposed = await town.call('secretary', 'transfer.propose', { commandId: fresh(), ...wish });
  expect(codeOf(proposed)).toBe('TRANSFER_ROLE');
  // Who gives that role takes it away, and may let him go.
  await graduate(town, [{ toId: null, memberIds: ['deputy'] }], 'head');
  await finish(town);
  expect(await town.db.members.get('deputy')).toMatchObject({ orgIds: [], grants: [] });
});
