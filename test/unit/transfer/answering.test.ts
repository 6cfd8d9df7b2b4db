import { transferJobs } from '../../../cloudfunctions/domains/transfer/jobs';
import { runJob } from '../../support/runJob';
import { answer, ask, codeOf, DAY, fresh, NOW, orgIdsOf, transferTown } from './town';

const stateOf = async (town: Awaited<ReturnType<typeof transferTown>>, id: string) =>
  (await town.db.transfers.get(id))?.state;

describe('answering', () => {
  it('takes the person over at once when the receiving org agrees, with what he sees', async () => {
    const town = await transferTown();
    const id = await ask(town);
    const commandId = fresh();
    const reply = await answer(town, id, { commandId });
    expect(reply).toMatchObject({ ok: true, data: { transfer: { state: 'done', person: { name: 'reader同志' } } } });
    expect((await town.db.members.get('reader'))?.scope).toEqual(['city', 'west', 'westBranch']);
    // Sent again after he went on: he is not taken back.
    await ask(town, 'reader', { fromId: 'westBranch', toId: 'eastBranch' }).then((next) =>
      answer(town, next, {}, 'secretary'),
    );
    expect(codeOf(await answer(town, id, { commandId }))).toBe('ok');
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
  });

  it('is for those who run the receiving org or one above it, never for the org that he leaves', async () => {
    const town = await transferTown();
    const id = await ask(town);
    for (const who of ['secretary', 'head', 'reader', 'neighbour']) {
      expect([who, codeOf(await answer(town, id, {}, who))]).toEqual([who, 'FORBIDDEN']);
    }
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
  });

  it('declines with a sentence, which the person reads, and changes nothing', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await expect(answer(town, id, { accept: false, text: '' })).rejects.toThrow();
    expect(codeOf(await answer(town, id, { accept: false, text: '请选文学院的支部' }))).toBe('ok');
    const { items } = await town.done('reader', 'transfer.mine', {});
    expect(items).toMatchObject([{ state: 'declined', answer: '请选文学院的支部', person: null }]);
    expect(town.trips()).toBe(3);
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
  });

  it('of several answers at once lets one count, and moves him once', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await town.db.members.update(
      { _id: 'stranger' },
      { set: { grants: [{ role: 'branchSecretary', orgId: 'westBranch' }] } },
    );
    const replies = await Promise.all([
      answer(town, id),
      answer(town, id, {}, 'stranger'),
      answer(town, id, { accept: false, text: '名额已满' }),
      town.call('reader', 'transfer.withdraw', { commandId: fresh(), id, withdrawn: true }),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const moved = (await stateOf(town, id)) === 'done';
    expect(await orgIdsOf(town, 'reader')).toEqual([moved ? 'westBranch' : 'eastBranch']);
  });

  it('takes nobody who was disabled, or went elsewhere in the meantime', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await town.db.members.update({ _id: 'reader' }, { set: { disabled: true } });
    expect(codeOf(await answer(town, id))).toBe('TRANSFER_DISABLED');
    await town.db.members.update(
      { _id: 'reader' },
      { set: { disabled: false, orgIds: ['west'], scope: ['city', 'west'] } },
    );
    expect(codeOf(await answer(town, id))).toBe('TRANSFER_NOT_THERE');
    expect(await stateOf(town, id)).toBe('void');
    expect(await orgIdsOf(town, 'reader')).toEqual(['west']);
  });

  it('still takes him who has left his org and gone nowhere', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await town.done('reader', 'transfer.leave', { commandId: fresh(), orgId: 'eastBranch' });
    expect(codeOf(await answer(town, id))).toBe('ok');
    expect(await orgIdsOf(town, 'reader')).toEqual(['westBranch']);
  });

  it('takes him to what the org is now where it was merged', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await town.db.orgs.update({ _id: 'westBranch' }, { set: { mergedInto: 'west', path: [] } });
    expect(codeOf(await answer(town, id))).toBe('ok');
    expect(await orgIdsOf(town, 'reader')).toEqual(['west']);
  });

  it('lets him belong to one more, where he asked for that', async () => {
    const town = await transferTown();
    const id = await ask(town, 'reader', { fromId: null });
    await answer(town, id);
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch', 'westBranch']);
  });
});

describe('taking an answer back', () => {
  it('brings him home within a day, and his request waits again', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await answer(town, id);
    const undo = { commandId: fresh(), id };
    expect((await town.done('rival', 'transfer.undo', undo)).transfer.state).toBe('open');
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
    await town.done('rival', 'transfer.undo', undo);
    expect(codeOf(await answer(town, id))).toBe('ok');
    expect(await orgIdsOf(town, 'reader')).toEqual(['westBranch']);
    town.clock.now += DAY;
    expect(codeOf(await town.call('rival', 'transfer.undo', { commandId: fresh(), id }))).toBe('TRANSFER_LATE');
  });

  it('brings nobody into an org that was archived meanwhile, and says so', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await answer(town, id);
    await town.db.orgs.update({ _id: 'east' }, { set: { archivedAt: NOW } });
    const reply = await town.call('rival', 'transfer.undo', { commandId: fresh(), id });
    expect(reply).toMatchObject({ code: 'TRANSFER_TARGET', message: expect.stringContaining('已归档') as string });
    expect([await orgIdsOf(town, 'reader'), await stateOf(town, id)]).toEqual([['westBranch'], 'done']);
    await town.db.orgs.update({ _id: 'east' }, { unset: ['archivedAt'] });
    await town.done('rival', 'transfer.undo', { commandId: fresh(), id });
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
  });

  it('leaves him where he is when he has gone on', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await answer(town, id);
    await town.db.members.update({ _id: 'reader' }, { set: { orgIds: ['east'], scope: ['city', 'east'] } });
    expect(codeOf(await town.call('rival', 'transfer.undo', { commandId: fresh(), id }))).toBe('TRANSFER_MOVED');
    expect(await orgIdsOf(town, 'reader')).toEqual(['east']);
    expect(await stateOf(town, id)).toBe('done');
  });

  it('leaves him in an org to which he had come by himself before the answer', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await town.db.members.update({ _id: 'reader' }, { set: { orgIds: ['eastBranch', 'westBranch'] } });
    await answer(town, id);
    expect(await orgIdsOf(town, 'reader')).toEqual(['westBranch']);
    await town.done('rival', 'transfer.undo', { commandId: fresh(), id });
    expect(new Set(await orgIdsOf(town, 'reader'))).toEqual(new Set(['eastBranch', 'westBranch']));
  });

  it('lets a declined request wait again, as long as it would have', async () => {
    const town = await transferTown();
    const id = await ask(town);
    await answer(town, id, { accept: false, text: '请稍后再提' });
    const { transfer } = await town.done('rival', 'transfer.undo', { commandId: fresh(), id });
    expect(transfer).toMatchObject({ state: 'open', until: NOW + 30 * DAY, answer: null });
  });
});

describe('a request that nobody answers', () => {
  it('lapses after thirty days with nothing changed, and neither side is left waiting', async () => {
    const town = await transferTown();
    const id = await ask(town);
    town.clock.now = NOW + 30 * DAY;
    expect(codeOf(await answer(town, id))).toBe('TRANSFER_EXPIRED');
    expect(await runJob(transferJobs.overdue, town.db, town.clock.now - 1)).toBe('lapsed 0');
    expect(await runJob(transferJobs.overdue, town.db, town.clock.now)).toBe('lapsed 1');
    expect(codeOf(await answer(town, id))).toBe('TRANSFER_EXPIRED');
    const { items } = await town.done('reader', 'me.waiting', {});
    expect(items).toMatchObject([{ source: 'transfer.mine', title: '转到westBranch团组织没有等到答复', until: null }]);
    expect((await town.done('rival', 'me.waiting', {})).items).toEqual([]);
    expect(await orgIdsOf(town, 'reader')).toEqual(['eastBranch']);
    await town.done('reader', 'transfer.seen', { commandId: fresh(), id });
    expect((await town.done('reader', 'me.waiting', {})).items).toEqual([]);
  });

  it('waits on 我的 of both sides until then; those above are asked only after a fortnight', async () => {
    const town = await transferTown();
    await town.db.members.update({ _id: 'stranger' }, { set: { grants: [{ role: 'orgAdmin', orgId: 'west' }] } });
    await ask(town);
    await ask(town, 'neighbour');
    const titles = async (who: string) => (await town.done(who, 'me.waiting', {})).items.map(({ title }) => title);
    expect(await titles('reader')).toEqual(['转到westBranch团组织']);
    expect(await titles('rival')).toEqual(['2 人想转入']);
    expect(await titles('stranger')).toEqual([]);
    town.clock.now += 15 * DAY;
    expect(await titles('stranger')).toEqual(['2 人想转入']);
    expect(await titles('secretary')).toEqual([]);
  });
});

describe('a proposal', () => {
  const propose = { orgId: 'eastBranch', memberId: 'reader', toId: 'westBranch', reason: '搬到西城' };

  it('needs the consent of the other side, and the person may say no', async () => {
    const town = await transferTown();
    const { transfer } = await town.done('secretary', 'transfer.propose', { commandId: fresh(), ...propose });
    const { items } = await town.done('reader', 'me.waiting', {});
    expect(items).toMatchObject([{ title: '书记建议您转到westBranch团组织', asks: true }]);
    await town.done('reader', 'transfer.withdraw', { commandId: fresh(), id: transfer.id, withdrawn: true });
    expect(codeOf(await answer(town, transfer.id))).toBe('TRANSFER_CLOSED');
  });

  it('is made only for people of an org that one runs, and taken back by that org', async () => {
    const town = await transferTown();
    const call = (who: string, over = {}) =>
      town.call(who, 'transfer.propose', { commandId: fresh(), ...propose, ...over });
    expect(codeOf(await call('rival'))).toBe('FORBIDDEN');
    expect(codeOf(await call('secretary', { memberId: 'stranger' }))).toBe('TRANSFER_NOT_THERE');
    const reply = await call('secretary');
    const id = reply.ok ? reply.data.transfer.id : '';
    expect(codeOf(await town.call('rival', 'transfer.undo', { commandId: fresh(), id }))).toBe('FORBIDDEN');
    expect(codeOf(await town.call('secretary', 'transfer.undo', { commandId: fresh(), id }))).toBe('ok');
    expect(await stateOf(town, id)).toBe('withdrawn');
  });
});
