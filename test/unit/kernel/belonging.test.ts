import { changeBelonging } from '../../../cloudfunctions/kernel/members';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import type { Database } from '../../../cloudfunctions/schema';
import { type Gate, gatedDatabase } from '../../support/gated';
import { member, org } from './people';

const NOW = Date.UTC(2026, 10, 29);

async function town(gate: Gate = {}, extra: Parameters<typeof member>[1] = {}) {
  const arranged: Gate = {};
  const { db } = gatedDatabase(arranged);
  await db.orgs.addAll(
    [['root'], ['root', 'd1'], ['root', 'd1', 'b1'], ['root', 'd2'], ['root', 'd2', 'b2'], ['root', 'd2', 'b3']].map(
      (path) => org(path),
    ),
  );
  await db.members.add(member('ann', extra));
  Object.assign(arranged, gate);
  const change = (of: Parameters<typeof changeBelonging>[2], key = 'k1') =>
    changeBelonging(closeAll(db), 'ann', of, { key, now: NOW });
  return { db, change, ann: () => belonging(db) };
}

const belonging = async (db: Database) => {
  const ann = await db.members.get('ann');
  return ann && { orgIds: ann.orgIds, scope: ann.scope };
};

const atB2 = { orgIds: ['b2'], scope: ['root', 'd2', 'b2'] };

describe('changing where somebody belongs', () => {
  it('takes him from one org to another with what he sees, the new one in the place of the old', async () => {
    const { change, ann } = await town({}, { orgIds: ['b1', 'b3'], scope: ['root', 'd1', 'b1', 'd2', 'b3'] });
    const changed = await change({ add: ['b2'], remove: ['b1'] });
    expect(changed).toMatchObject({ how: 'done', before: ['b1', 'b3'], member: { orgIds: ['b2', 'b3'] } });
    expect(await ann()).toEqual({ orgIds: ['b2', 'b3'], scope: ['root', 'd2', 'b2', 'b3'] });
  });

  it('does under one key what it does once, also when he went elsewhere in between', async () => {
    const { change, ann } = await town();
    await change({ add: ['b2'], remove: ['b1'] });
    await change({ add: ['b3'], remove: ['b2'] }, 'k2');
    expect(await change({ add: ['b2'], remove: ['b1'] })).toMatchObject({ how: 'done' });
    expect(await ann()).toEqual({ orgIds: ['b3'], scope: ['root', 'd2', 'b3'] });
  });

  it('may leave him without any org: then he sees what is public only', async () => {
    const { change, ann } = await town();
    expect(await change({ remove: ['b1'] })).toMatchObject({ how: 'done' });
    expect(await ann()).toEqual({ orgIds: [], scope: [] });
    expect(await change({ add: ['b2'] }, 'k2')).toMatchObject({ how: 'done', before: [] });
    expect(await ann()).toEqual(atB2);
  });

  it('keeps both of two changes at once', async () => {
    const { change, ann } = await town();
    await Promise.all([change({ add: ['b2'] }), change({ add: ['b3'] }, 'k2'), change({ remove: ['b1'] }, 'k3')]);
    const { orgIds = [], scope = [] } = (await ann()) ?? {};
    expect([...orgIds].sort()).toEqual(['b2', 'b3']);
    expect([...scope].sort()).toEqual(['b2', 'b3', 'd2', 'root']);
  });

  it('of two that leave one org for two others, one counts and the other is told', async () => {
    const { change, ann } = await town();
    const ends = await Promise.all([
      change({ add: ['b2'], remove: ['b1'] }),
      change({ add: ['b3'], remove: ['b1'] }, 'k2'),
    ]);
    expect(ends.map(({ how }) => how).sort()).toEqual(['done', 'not there']);
    expect((await ann())?.orgIds).toHaveLength(1);
  });

  it('says why nothing changed, and changes nothing', async () => {
    const { change, ann, db } = await town();
    expect(await change({ add: ['b2'], remove: ['b3'] })).toEqual({ how: 'not there' });
    expect(await change({ add: ['nowhere'] })).toEqual({ how: 'no org' });
    await db.orgs.add({ ...org(['lost', 'adrift']), parentId: 'lost' });
    expect(await change({ add: ['adrift'] })).toEqual({ how: 'no org' });
    await db.members.update({ _id: 'ann' }, { set: { disabled: true } });
    expect(await change({ add: ['b2'] })).toEqual({ how: 'disabled' });
    expect(await ann()).toEqual({ orgIds: ['b1'], scope: ['root', 'd1', 'b1'] });
    await db.members.update({ _id: 'ann' }, { set: { disabledFor: { reason: '核实身份', until: NOW - 1 } } });
    expect(await change({ add: ['b2'] })).toMatchObject({ how: 'done' });
    await db.members.remove({ _id: 'ann' });
    expect(await change({ add: ['b2'] })).toEqual({ how: 'no member' });
  });

  it.each([
    ['he has not been taken along yet', ['b1']],
    ['he has been taken along', ['b3']],
  ])('leaves and joins what merged orgs are now, where %s', async (_, orgIds) => {
    const { change, ann, db } = await town({}, { orgIds, scope: ['root'] });
    await db.orgs.update({ _id: 'b1' }, { set: { mergedInto: 'b3', path: [] } });
    await db.orgs.update({ _id: 'd1' }, { set: { mergedInto: 'b2', path: [] } });
    expect(await change({ remove: ['b1'], add: ['d1'] })).toMatchObject({ how: 'done', before: orgIds });
    expect(await ann()).toEqual(atB2);
  });

  it('is not written by one who was disabled in the meantime', async () => {
    const meanwhile: { disable?: () => Promise<unknown> } = {};
    const before = async (call: string) => {
      const { disable } = meanwhile;
      if (call !== 'orgs.find' || disable === undefined) return;
      delete meanwhile.disable;
      await disable();
    };
    const { change, ann, db } = await town({ before });
    meanwhile.disable = () => db.members.update({ _id: 'ann' }, { set: { disabled: true } });
    expect(await change({ add: ['b2'] })).toEqual({ how: 'disabled' });
    expect((await ann())?.orgIds).toEqual(['b1']);
  });

  it('costs three round trips', async () => {
    const calls: string[] = [];
    const { change } = await town({ before: (call) => void calls.push(call) });
    await change({ add: ['b2'], remove: ['b1'] });
    expect(new Set(calls)).toEqual(new Set(['members.find', 'orgs.find', 'members.updateOne']));
  });
});
