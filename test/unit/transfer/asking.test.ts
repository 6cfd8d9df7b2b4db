import { activeGrants, type Grant } from '../../../cloudfunctions/kernel/grants';
import { person } from '../../support/domains';
import { DAY, answer, ask, codeOf, fresh, NOW, orgIdsOf, transferTown } from './town';

describe('finding where to go', () => {
  it('finds an org by its name, its pinyin or its initials, and shows no more than it and those above it', async () => {
    const town = await transferTown();
    for (const q of ['westBranch', 'westbranch团', 'WESTBRANCHT']) {
      const { items } = await town.done('reader', 'transfer.find', { q });
      expect(items).toEqual([{ id: 'westBranch', name: 'westBranch团组织', above: 'west团组织' }]);
    }
    // Three in a row, two of them at once.
    expect(town.trips()).toBe(4);
  });

  it('finds by number one org or none', async () => {
    const town = await transferTown();
    await town.db.orgs.add({
      ...(await town.db.orgs.get('west'))!,
      _id: 'U01-WX',
      joinCode: 'closed-U01-WX',
      nameKeys: [],
    });
    const find = async (q: string) => (await town.done('reader', 'transfer.find', { q })).items.map(({ id }) => id);
    expect(await find('u01-wx')).toEqual(['U01-WX']);
    expect(await find('u01-w')).toEqual([]);
  });
});

describe('asking to go', () => {
  it('changes nothing until the other side agrees, and says where it stands', async () => {
    const town = await transferTown();
    const commandId = fresh();
    const input = { commandId, fromId: 'eastBranch', toId: 'westBranch', reason: '工作调动' };
    const { transfer } = await town.done('reader', 'transfer.ask', input);
    expect(transfer).toMatchObject({ state: 'open', reason: '工作调动', until: NOW + 30 * DAY, person: null });
    expect(transfer.from).toMatchObject({ id: 'eastBranch', above: 'east团组织' });
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
    expect((await town.done('reader', 'transfer.ask', input)).transfer.id).toBe(transfer.id);
    expect(await town.db.transfers.count({})).toBe(1);
  });

  it.each([
    [{ fromId: 'westBranch' }, 'TRANSFER_NOT_THERE'],
    [{ toId: 'nowhere' }, 'TRANSFER_TARGET'],
    [{ toId: 'eastBranch' }, 'TRANSFER_THERE'],
    [{ fromId: null, toId: 'eastBranch' }, 'TRANSFER_THERE'],
  ])('is refused for %j with %s', async (over, code) => {
    const town = await transferTown();
    const input = { commandId: fresh(), fromId: 'eastBranch', toId: 'westBranch', reason: '', ...over };
    expect(codeOf(await town.call('reader', 'transfer.ask', input))).toBe(code);
    expect(await town.db.transfers.count({})).toBe(0);
  });

  it('waits for one answer at a time from each org, and may be asked again once it was withdrawn', async () => {
    const town = await transferTown();
    const id = await ask(town);
    const again = { commandId: fresh(), fromId: 'eastBranch', toId: 'west', reason: '' };
    expect(codeOf(await town.call('reader', 'transfer.ask', again))).toBe('TRANSFER_OPEN');
    // To belong to one more is another wish.
    expect(codeOf(await town.call('reader', 'transfer.ask', { ...again, fromId: null }))).toBe('ok');
    await town.done('reader', 'transfer.withdraw', { commandId: fresh(), id, withdrawn: true });
    expect(codeOf(await town.call('reader', 'transfer.ask', { ...again, commandId: fresh() }))).toBe('ok');
  });
});

describe('withdrawing', () => {
  it('is taken back within a day and no longer, and never once somebody has answered', async () => {
    const town = await transferTown();
    const id = await ask(town);
    const withdraw = (withdrawn: boolean, commandId = fresh()) =>
      town.call('reader', 'transfer.withdraw', { commandId, id, withdrawn });
    const commandId = fresh();
    expect(codeOf(await withdraw(true, commandId))).toBe('ok');
    expect(codeOf(await answer(town, id))).toBe('TRANSFER_CLOSED');
    expect(codeOf(await withdraw(false))).toBe('ok');
    // The first one, sent again, withdraws nothing any more.
    expect(await withdraw(true, commandId)).toMatchObject({
      data: { transfer: { state: 'open', until: NOW + 30 * DAY } },
    });
    await withdraw(true);
    town.clock.now += DAY;
    expect(codeOf(await withdraw(false))).toBe('TRANSFER_LATE');
    expect(codeOf(await withdraw(true))).toBe('TRANSFER_CLOSED');
  });

  it('is nobody else’s affair', async () => {
    const town = await transferTown();
    const id = await ask(town);
    for (const who of ['neighbour', 'rival', 'secretary']) {
      const reply = await town.call(who, 'transfer.withdraw', { commandId: fresh(), id, withdrawn: true });
      expect(codeOf(reply)).toBe('TRANSFER_GONE');
    }
  });
});

describe('leaving', () => {
  it('may leave somebody without any org; he keeps what is his, and comes back within a day', async () => {
    const town = await transferTown();
    const input = { commandId: fresh(), orgId: 'eastBranch' };
    const { transfer } = await town.done('reader', 'transfer.leave', input);
    expect(transfer).toMatchObject({ kind: 'leave', state: 'done', to: null, undoUntil: NOW + DAY });
    expect(await orgIdsOf(town, 'reader')).toEqual([]);
    expect((await town.db.members.get('reader'))?.scope).toEqual([]);
    for (const action of ['home.today', 'me.session'] as const) await town.done('reader', action, {});
    const back = { commandId: fresh(), id: transfer.id };
    expect((await town.done('reader', 'transfer.rejoin', back)).transfer.state).toBe('undone');
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
    // Both commands arrive again: nothing changes any more.
    await town.done('reader', 'transfer.leave', input);
    await town.done('reader', 'transfer.rejoin', back);
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
  });

  it('cannot be taken back after a day, nor by anybody else, and nobody leaves where he is not', async () => {
    const town = await transferTown();
    const leave = (orgId: string) => town.call('reader', 'transfer.leave', { commandId: fresh(), orgId });
    expect(codeOf(await leave('westBranch'))).toBe('TRANSFER_NOT_THERE');
    const reply = await leave('eastBranch');
    const id = reply.ok ? reply.data.transfer.id : '';
    const rejoin = (who: string) => town.call(who, 'transfer.rejoin', { commandId: fresh(), id });
    expect(codeOf(await rejoin('neighbour'))).toBe('TRANSFER_GONE');
    town.clock.now += DAY;
    expect(codeOf(await rejoin('reader'))).toBe('TRANSFER_LATE');
  });
});

describe('an org that was archived', () => {
  it('takes nobody any more, but lets people go', async () => {
    const town = await transferTown();
    await town.db.orgs.update({ _id: 'west' }, { set: { archivedAt: NOW } });
    const input = { commandId: fresh(), fromId: 'eastBranch', toId: 'westBranch', reason: '' };
    expect(codeOf(await town.call('reader', 'transfer.ask', input))).toBe('TRANSFER_TARGET');
    await town.done('stranger', 'transfer.leave', { commandId: fresh(), orgId: 'westBranch' });
    expect(await orgIdsOf(town, 'stranger')).toEqual([]);
  });

  it('answers nobody who had asked before', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await town.db.orgs.update({ _id: 'west' }, { set: { archivedAt: NOW } });
    expect(codeOf(await answer(town, id))).toBe('ORG_ARCHIVED');
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
  });
});

describe('roles on an org that somebody leaves', () => {
  const rolesOf = async (town: Awaited<ReturnType<typeof transferTown>>, id: string) =>
    activeGrants((await town.db.members.get(id))?.grants ?? [], town.clock.now).map(({ role, orgId }) => [role, orgId]);

  it('end with it, and come back when he does; those on other orgs stay', async () => {
    const town = await transferTown();
    const grants: Grant[] = [
      { role: 'branchSecretary', orgId: 'eastBranch' },
      { role: 'orgAdmin', orgId: 'east' },
    ];
    await town.db.members.update({ _id: 'secretary' }, { set: { grants: grants as never } });
    const input = { commandId: fresh(), orgId: 'eastBranch' };
    const { transfer } = await town.done('secretary', 'transfer.leave', input);
    expect(await rolesOf(town, 'secretary')).toEqual([['orgAdmin', 'east']]);
    await town.done('secretary', 'transfer.rejoin', { commandId: fresh(), id: transfer.id });
    expect((await rolesOf(town, 'secretary')).sort()).toEqual([
      ['branchSecretary', 'eastBranch'],
      ['orgAdmin', 'east'],
    ]);
  });

  it('end with a transfer, and come back when the answer is taken back', async () => {
    const town = await transferTown();
    const id = await ask(town, 'secretary');
    await answer(town, id);
    expect(await rolesOf(town, 'secretary')).toEqual([]);
    await town.done('rival', 'transfer.undo', { commandId: fresh(), id });
    expect(await rolesOf(town, 'secretary')).toEqual([['branchSecretary', 'eastBranch']]);
  });

  it('stay with the last administrator of the city, who leaves it otherwise like anybody', async () => {
    const town = await transferTown({}, [person('boss', 'city', [{ role: 'cityAdmin', orgId: 'city' }])]);
    await town.done('boss', 'transfer.leave', { commandId: fresh(), orgId: 'city' });
    expect(await orgIdsOf(town, 'boss')).toEqual([]);
    expect(await rolesOf(town, 'boss')).toEqual([['cityAdmin', 'city']]);
  });
});
