import type { ActionInput } from '../../../contract/registry';
import { command, openTown, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

const NOW = Date.UTC(2026, 10, 23, 4);
const DAY = 86_400_000;

const addition = (number: number, more: Partial<ActionInput<'duty.add'>> = {}): ActionInput<'duty.add'> => ({
  commandId: command(number),
  orgId: 'eastBranch',
  group: '支部委员会',
  kind: 'branchSecretary',
  title: '',
  person: { memberId: 'secretary', name: '写错的名字' },
  from: '20260301',
  until: null,
  ...more,
});
const add = async (town: Town, number: number, more: Partial<ActionInput<'duty.add'>> = {}) =>
  (await town.done('secretary', 'duty.add', addition(number, more))).duty;
const revision = (id: string, version: number, number: number, more: Partial<ActionInput<'duty.revise'>> = {}) => {
  const { commandId, group, kind, title, person, from, until } = addition(number);
  return { commandId, id, version, group, kind, title, person, from, until, ...more };
};
const board = async (town: Town, who: 'reader' | 'secretary' = 'reader') =>
  (await town.done(who, 'duty.board', { orgId: 'eastBranch' })).groups;
const namesOn = async (town: Town) => (await board(town)).flatMap(({ duties }) => duties.map(({ name }) => name));

describe('adding', () => {
  it('sent twice is one duty with one reply, and a member stands there under his own name', async () => {
    const town = await openTown(NOW);
    const first = await add(town, 1);
    expect(first).toMatchObject({ title: '支部书记', name: 'secretary同志', from: '20260301', until: null });
    expect(await add(town, 1)).toEqual(first);
    expect(await town.db.duties.count({})).toBe(1);
  });

  it('names somebody who does not use the system, and refuses a member who is not there', async () => {
    const town = await openTown(NOW);
    expect(await add(town, 1, { person: { memberId: null, name: '欧阳·明' } })).toMatchObject({
      name: '欧阳·明',
      memberId: null,
    });
    const nobody = addition(2, { person: { memberId: 'm_gone', name: '某人' } });
    expect(await town.call('secretary', 'duty.add', nobody)).toMatchObject({
      ok: false,
      code: 'DUTY_PERSON_UNKNOWN',
      fields: [{ path: 'person' }],
    });
  });

  it('is for those who may edit there: nobody else’s branch, no member', async () => {
    const town = await openTown(NOW);
    for (const [who, orgId, code] of [
      ['secretary', 'westBranch', 'FORBIDDEN'],
      ['reader', 'eastBranch', 'FORBIDDEN'],
      ['secretary', 'nowhere', 'NOT_FOUND'],
    ] as const) {
      expect(await town.call(who, 'duty.add', addition(1, { orgId }))).toMatchObject({ ok: false, code });
    }
    expect(await town.db.duties.count({})).toBe(0);
  });
});

describe('the board', () => {
  it('has whoever is in office or will be; who was is in the history, the latest first', async () => {
    const town = await openTown(NOW);
    const past = { from: '20200101', person: { memberId: null, name: '前任' }, until: '20221231' };
    await add(town, 1, past);
    await add(town, 2, { ...past, person: { memberId: null, name: '上一任' }, until: '20261122' });
    await add(town, 3, { person: { memberId: null, name: '现任' }, until: '20261123' });
    await add(town, 4, { person: { memberId: null, name: '下任' }, from: '20270101' });
    expect(await namesOn(town)).toEqual(['现任', '下任']);
    const history = async () => (await town.done('reader', 'duty.history', { orgId: 'eastBranch' })).items;
    expect((await history()).map(({ name }) => name)).toEqual(['上一任', '前任']);
    // His last day is over, and nobody had to do anything.
    town.clock.now += DAY;
    expect(await namesOn(town)).toEqual(['下任']);
    expect((await history())[0]?.name).toBe('现任');
  });

  it('costs two round trips, for a member and for who may edit, and says which of the two he is', async () => {
    const town = await openTown(NOW);
    await add(town, 1);
    for (const [who, mayManage] of [
      ['reader', false],
      ['secretary', true],
      ['head', true],
    ] as const) {
      expect(await town.done(who, 'duty.board', { orgId: 'eastBranch' })).toMatchObject({ mayManage });
      expect(town.trips()).toBe(2);
      await town.done(who, 'duty.history', { orgId: 'eastBranch' });
      expect(town.trips()).toBeLessThanOrEqual(3);
    }
  });

  it('that is empty is shown to those whom it concerns, with the right to begin it, and to nobody else', async () => {
    const town = await openTown(NOW);
    const asked = { orgId: 'eastBranch' };
    expect(await town.done('reader', 'duty.board', asked)).toEqual({ ...asked, groups: [], mayManage: false });
    expect(town.trips()).toBe(2);
    expect(await town.done('head', 'duty.board', asked)).toEqual({ ...asked, groups: [], mayManage: true });
    for (const who of ['stranger', 'rival'] as const) {
      for (const action of ['duty.board', 'duty.history'] as const) {
        expect(await town.call(who, action, asked)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
      }
    }
  });

  it('is nobody’s business from another branch, duties or not', async () => {
    const town = await openTown(NOW);
    await add(town, 1);
    for (const who of ['stranger', 'rival'] as const) {
      for (const action of ['duty.board', 'duty.history'] as const) {
        expect(await town.call(who, action, { orgId: 'eastBranch' })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
      }
    }
  });

  it('shows no ids of members; only who edits is told which member it is', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    expect(JSON.stringify(await board(town, 'secretary'))).not.toContain('memberId');
    expect((await town.done('secretary', 'duty.get', { id })).duty.memberId).toBe('secretary');
    expect(await town.call('reader', 'duty.get', { id })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  });
});

describe('standing in', () => {
  it('is shown with the person himself, has a term of its own and goes into the history by itself', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    const person = { memberId: 'neighbour', name: 'neighbour' };
    const input = { commandId: command(2), id, person, from: '20261120', until: '20261123' };
    const first = await town.done('secretary', 'duty.standIn', input);
    expect(await town.done('secretary', 'duty.standIn', input)).toEqual(first);
    expect(await board(town)).toMatchObject([
      { duties: [{ name: 'secretary同志', standIns: [{ name: 'neighbour同志', title: '支部书记' }] }] },
    ]);
    town.clock.now += DAY;
    expect(await board(town)).toMatchObject([{ duties: [{ standIns: [] }] }]);
    const { items } = await town.done('reader', 'duty.history', { orgId: 'eastBranch' });
    expect(items).toMatchObject([{ name: 'neighbour同志', standsInFor: id }]);
  });
});

describe('revising', () => {
  it('ends a term, and a version that was not seen is never overwritten', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    const ended = revision(id, 0, 2, { until: '20261101' });
    const { duty } = await town.done('secretary', 'duty.revise', ended);
    expect(duty).toMatchObject({ until: '20261101', version: 1 });
    expect(await town.done('secretary', 'duty.revise', ended)).toEqual({ duty });
    expect(await town.call('head', 'duty.revise', revision(id, 0, 3))).toMatchObject({ ok: false, code: 'CONFLICT' });
    expect(await namesOn(town)).toEqual([]);
    // The way back is a revision to what was, of the version that the first made.
    await town.done('secretary', 'duty.revise', revision(id, 1, 4));
    expect(await namesOn(town)).toEqual(['secretary同志']);
  });
});

describe('taking off', () => {
  it('leaves nothing on the board or in the history, and comes back by an undo unless somebody changed it since', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    const off = await town.done('secretary', 'duty.setRemoved', { commandId: command(2), id, removed: true });
    expect(await namesOn(town)).toEqual([]);
    expect(await town.db.duties.count({ removedAt: NOW })).toBe(1);
    const undo = { commandId: command(3), id, removed: false, version: off.duty.version };
    const back = await town.done('secretary', 'duty.setRemoved', undo);
    expect(await town.done('secretary', 'duty.setRemoved', undo)).toEqual(back);
    expect(await namesOn(town)).toEqual(['secretary同志']);
    const late = { ...undo, commandId: command(4) };
    expect(await town.call('head', 'duty.setRemoved', late)).toMatchObject({ ok: false, code: 'CONFLICT' });
  });
});

describe('placing', () => {
  it('moves one between two others in one write, and those who were placed at once both stand', async () => {
    const town = await openTown(NOW);
    const named = (name: string) => ({ kind: 'groupMember' as const, person: { memberId: null, name } });
    for (const [number, name] of ['甲', '乙', '丙'].entries()) {
      town.clock.now += 1000;
      await add(town, number, named(name));
    }
    const ids = (await board(town)).flatMap(({ duties }) => duties.map(({ id }) => id));
    const orderOf = async (index: number) =>
      (await town.done('secretary', 'duty.get', { id: ids[index] ?? '' })).duty.order;
    const [first, last] = [await orderOf(0), await orderOf(2)];
    await Promise.all([
      town.done('secretary', 'duty.place', { commandId: command(9), id: ids[2] ?? '', order: first - 1 }),
      town.done('head', 'duty.place', { commandId: command(10), id: ids[0] ?? '', order: last + 1 }),
    ]);
    expect(await namesOn(town)).toEqual(['丙', '乙', '甲']);
  });
});

describe('killed between any two calls', () => {
  it('a retry of a command comes to the same as one that was never killed', async () => {
    const steps = async (town: Town, until: (run: () => Promise<unknown>) => Promise<void>) => {
      await until(() => add(town, 1));
      const { id } = await add(town, 1);
      await until(() => town.done('secretary', 'duty.revise', revision(id, 0, 2, { title: '书记' })));
      const off = { commandId: command(3), id, removed: true };
      await until(() => town.done('secretary', 'duty.setRemoved', off));
    };
    const plain = await openTown(NOW);
    await steps(plain, async (run) => void (await run()));
    for (let kill = 0; kill < 8; kill += 1) {
      const gate: Gate = {};
      const town = await openTown(NOW, gate);
      await steps(town, async (run) => {
        let calls = 0;
        gate.after = () => {
          calls += 1;
          if (calls === kill) throw new Error('killed');
        };
        await run().catch(() => undefined);
        gate.after = undefined;
        await run();
      });
      expect(await town.dump()).toEqual(await plain.dump());
    }
  });
});
