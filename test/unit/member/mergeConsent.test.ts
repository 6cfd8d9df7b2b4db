import { findViewer } from '../../../cloudfunctions/kernel/identity';
import { MERGE_AGREED_MS, MERGE_OBJECT_MS } from '../../../contract/domains/member/constants';
import type { Town } from '../../support/domains';
import { agree, later, named, next, openRecords, propose, proposed, stateOf, waiting } from './records';

/* A secretary, his deputy, or two who work together, get nobody's record: who has to agree on which of the two. */

let town: Town;
beforeEach(async () => {
  town = await openRecords();
});

describe('nobody takes another’s record by proposing', () => {
  it('whoever proposes is neither of the two records', async () => {
    expect(await propose(town, 'old', 'lead', 'lead')).toMatchObject({ code: 'MEMBER_SELF' });
    expect(await propose(town, 'lead', 'new', 'lead')).toMatchObject({ code: 'MEMBER_SELF' });
    expect(await town.db.merges.find({}, { limit: 9 })).toEqual([]);
  });

  it('nor has either of them stand in for him, or stands in for one of them', async () => {
    await town.db.members.addAll([
      named('deputy', '林晓', [{ role: 'branchSecretary', orgId: 'eastBranch', of: 'lead' }]),
    ]);
    expect(await propose(town, 'old', 'lead', 'deputy')).toMatchObject({ code: 'MEMBER_SELF' });
    expect(await propose(town, 'old', 'deputy', 'lead')).toMatchObject({ code: 'MEMBER_SELF' });
    expect(await propose(town, 'deputy', 'new', 'lead')).toMatchObject({ code: 'MEMBER_SELF' });
  });

  it('it comes to nothing between records of two names', async () => {
    expect(await propose(town, 'other', 'new')).toMatchObject({ code: 'MERGE_NAMES_DIFFER' });
  });

  it('a proposal of an earlier version that its proposer would answer himself is answered by nobody', async () => {
    const id = await proposed(town, 'old', 'new');
    await town.db.merges.update({ _id: id }, { set: { byId: 'new' } });
    expect(await agree(town, 'new', id)).toMatchObject({ code: 'MERGE_OVER' });
  });

  it('a record that somebody uses goes only if he agrees on it, whoever else says so', async () => {
    const id = await proposed(town, 'old', 'new');
    await agree(town, 'new', id);
    // He reads something else and takes no notice.
    await town.done('old', 'me.session', {});
    await later(town, MERGE_OBJECT_MS);
    expect(await town.db.merges.get(id)).toMatchObject({ state: 'ended', ending: 'declined' });
    expect((await findViewer(town.db, 'openid-old', town.clock.now))?.disabled).toBe(false);
  });

  it.each(['before', 'after'])('his agreement %s the new record’s brings it about within the hour', async (when) => {
    const id = await proposed(town, 'old', 'new');
    if (when === 'before') expect(await agree(town, 'old', id)).toMatchObject({ data: { merge: { mayAgree: false } } });
    await agree(town, 'new', id);
    if (when === 'after') expect(await agree(town, 'old', id)).toMatchObject({ data: { merge: { fromAgreed: true } } });
    await later(town, MERGE_AGREED_MS - 1);
    expect(await stateOf(town, id)).toBe('waiting');
    await later(town, 1);
    expect(await stateOf(town, id)).toBe('merging');
  });

  it('what waits says who is asked and who is not any more', async () => {
    const id = await proposed(town, 'old', 'new');
    expect(await waiting(town, 'old')).toEqual(['member.told?']);
    await agree(town, 'old', id);
    expect([await waiting(town, 'old'), await waiting(town, 'new'), await waiting(town, 'head')]).toEqual([
      ['member.began'],
      ['member.asked?'],
      ['member.began'],
    ]);
    await agree(town, 'new', id);
    expect([await waiting(town, 'old'), await waiting(town, 'new')]).toEqual([['member.began'], ['member.began']]);
  });

  it('he refuses as he agrees, and agrees once', async () => {
    const id = await proposed(town, 'old', 'new');
    const commandId = next();
    const first = await town.done('old', 'member.mergeAnswer', { commandId, id, agree: true });
    expect(await town.done('old', 'member.mergeAnswer', { commandId, id, agree: true })).toEqual(first);
    expect(await agree(town, 'old', id)).toMatchObject({ code: 'MERGE_OVER' });
    expect(await stateOf(town, id)).toBe('asked');
    await town.done('old', 'member.mergeStop', { commandId: next(), id });
    const again = await proposed(town, 'old', 'new');
    expect(await town.done('old', 'member.mergeAnswer', { commandId: next(), id: again, agree: false })).toMatchObject({
      merge: { ending: 'objected' },
    });
  });

  it('nobody keeps him from answering: a record that was disabled meanwhile goes only if he agrees', async () => {
    const id = await proposed(town, 'old', 'new');
    await agree(town, 'new', id);
    await town.done('secretary', 'member.disable', { commandId: next(), id: 'old', reason: '核实中', until: null });
    await town.done('secretary', 'member.restore', { commandId: next(), id: 'old' });
    await later(town, MERGE_OBJECT_MS);
    expect((await town.db.merges.get(id))?.ending).toBe('declined');
    await town.done('secretary', 'member.disable', { commandId: next(), id: 'old', reason: '核实中', until: null });
    expect(await propose(town, 'old', 'new')).toMatchObject({ code: 'MERGE_DISABLED' });
  });

  it('sent again, the command does not begin the waiting anew', async () => {
    const commandId = next();
    const input = { commandId, id: 'old', intoId: 'new', reason: '换了微信' };
    const { merge } = await town.done('head', 'member.mergePropose', input);
    await town.done('old', 'me.session', {});
    expect((await town.done('head', 'member.mergePropose', input)).merge.id).toBe(merge.id);
    await agree(town, 'new', merge.id);
    await later(town, MERGE_OBJECT_MS);
    expect((await town.db.merges.get(merge.id))?.ending).toBe('declined');
  });
});
