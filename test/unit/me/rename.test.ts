import { command, openTown, person, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

const NOW = Date.UTC(2026, 10, 23, 4);
const DAY = 86_400_000;
const rename = (town: Town, number: number, name: string) =>
  town.call('reader', 'me.rename', { commandId: command(number), name });
const undo = (town: Town, number: number, of: number) =>
  town.call('reader', 'me.undoRename', { commandId: command(number), of: command(of) });
const me = async (town: Town) => (await town.db.members.get('reader')) ?? fail();
const fail = (): never => {
  throw new Error('gone');
};

describe('a name', () => {
  it('is changed once in thirty days; what it was is kept, and it is found by what it is', async () => {
    const town = await openTown(NOW);
    expect(await rename(town, 1, '  欧阳·小江 ')).toMatchObject({ ok: true, data: { name: '欧阳·小江' } });
    expect(await me(town)).toMatchObject({
      name: '欧阳·小江',
      nameSort: expect.stringMatching(/^ou yang/) as string,
      nameKeys: expect.arrayContaining(['oyxj']) as string[],
      formerNames: [{ name: 'reader同志', until: NOW }],
    });
    town.clock.now += 30 * DAY - 1;
    expect(await rename(town, 2, '小河')).toMatchObject({
      ok: false,
      code: 'RENAMED_LATELY',
      message: '姓名三十天里改一次，12月23日以后可以再改。',
    });
    town.clock.now += 1;
    expect(await rename(town, 3, '小河')).toMatchObject({ ok: true });
    expect((await me(town)).formerNames?.map(({ name }) => name)).toEqual(['reader同志', '欧阳·小江']);
  });

  it('that is sent twice, or is the one he has, changes nothing', async () => {
    const town = await openTown(NOW);
    expect(await rename(town, 1, '小江')).toEqual(await rename(town, 1, '小江'));
    expect(await rename(town, 2, '小江')).toMatchObject({ ok: true });
    expect((await me(town)).formerNames).toHaveLength(1);
  });

  it('of two changes at once only one comes about', async () => {
    const town = await openTown(NOW);
    const replies = await Promise.all([rename(town, 1, '小江'), rename(town, 2, '小河')]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.code)).sort()).toEqual(['RENAMED_LATELY', 'ok']);
    expect((await me(town)).formerNames).toHaveLength(1);
  });

  it('is taken back within a day as if nothing had been, and may then be changed at once', async () => {
    const town = await openTown(NOW);
    await rename(town, 1, '小江');
    expect(await undo(town, 2, 1)).toMatchObject({ ok: true, data: { name: 'reader同志' } });
    expect(await undo(town, 2, 1)).toMatchObject({ ok: true, data: { name: 'reader同志' } });
    expect((await me(town)).formerNames).toEqual([]);
    expect(await rename(town, 3, '小河')).toMatchObject({ ok: true });
    // The first is not the last change any more, and this one is taken back too late.
    expect(await undo(town, 4, 1)).toMatchObject({ ok: false, code: 'RENAME_OVERTAKEN' });
    town.clock.now += DAY;
    expect(await undo(town, 5, 3)).toMatchObject({ ok: false, code: 'RENAME_OVERTAKEN' });
    expect((await me(town)).name).toBe('小河');
  });

  it('is followed on boards, and stays on terms that are over and under what was signed', async () => {
    const town = await openTown(NOW);
    const duty = (number: number, until: string | null) =>
      town.done('secretary', 'duty.add', {
        ...{ commandId: command(number), orgId: 'eastBranch', group: '领导小组', kind: 'groupMember', title: '' },
        ...{ person: { memberId: 'reader', name: 'x' }, from: '20260101', until },
      });
    await duty(1, '20260301');
    await duty(2, null);
    await rename(town, 3, '小江');
    const { groups } = await town.done('reader', 'duty.board', { orgId: 'eastBranch' });
    expect(groups[0]?.duties.map(({ name }) => name)).toEqual(['小江']);
    const { items } = await town.done('reader', 'duty.history', { orgId: 'eastBranch' });
    expect(items.map(({ name }) => name)).toEqual(['reader同志']);
  });

  it('killed anywhere and sent again, it and what follows it come to the same', async () => {
    const plain = await openTown(NOW);
    await rename(plain, 1, '小江');
    for (let kill = 1; kill < 6; kill += 1) {
      const gate: Gate = {};
      const town = await openTown(NOW, gate);
      let calls = 0;
      gate.after = () => {
        calls += 1;
        if (calls === kill) throw new Error('killed');
      };
      await rename(town, 1, '小江').catch(() => undefined);
      gate.after = () => undefined;
      await rename(town, 1, '小江');
      expect(await town.dump()).toEqual(await plain.dump());
    }
  });
});

it('a member of six orgs with roles finds them all in two round trips, and whom he stands in for in two more', async () => {
  const six = person('six', 'eastBranch', [{ role: 'orgAdmin', orgId: 'west' }]);
  const everywhere = { ...six, orgIds: ['city', 'east', 'eastBranch', 'west', 'westBranch'] };
  const town = await openTown(NOW, {}, [everywhere]);
  const { orgs, roles } = await town.done('six', 'me.session', {});
  expect([orgs.length, roles.length, town.trips()]).toEqual([5, 1, 2]);
  const grants = [{ role: 'orgAdmin' as const, orgId: 'west', of: 'head' }];
  await town.db.members.update({ _id: 'six' }, { set: { grants } });
  const standing = await town.done('six', 'me.session', {});
  expect([standing.roles[0]?.inPlaceOf, town.trips()]).toEqual(['head同志', 4]);
});
