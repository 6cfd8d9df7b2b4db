import type { ActionInput } from '../../../contract/registry';
import { isActive } from '../../../cloudfunctions/kernel/grants';
import { startOfDay } from '../../../contract/day';
import { command, openTown, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

const NOW = Date.UTC(2026, 10, 23, 4);

type Addition = ActionInput<'duty.add'>;
const addition = (number: number, more: Partial<Addition> = {}): Addition => ({
  commandId: command(number),
  orgId: 'eastBranch',
  group: '支部委员会',
  kind: 'branchSecretary',
  title: '',
  person: { memberId: 'reader', name: '某人' },
  from: '20260301',
  until: '20261231',
  rights: true,
  ...more,
});
const add = async (town: Town, number: number, more: Partial<Addition> = {}, who: 'head' | 'secretary' = 'head') =>
  (await town.done(who, 'duty.add', addition(number, more))).duty;
const revision = (id: string, version: number, number: number, more: Partial<Addition> = {}) => {
  const { commandId, group, kind, title, person, from, until: end, rights } = { ...addition(number), ...more };
  return { commandId, id, version, group, kind, title, person, from, until: end, rights };
};
/** What somebody holds on the branch now, with its end. */
async function held(town: Town, who: string) {
  const [member] = await town.db.members.find({ _id: who }, { limit: 1 });
  return (member?.grants ?? [])
    .filter((grant) => grant.orgId === 'eastBranch' && isActive(grant, town.clock.now))
    .map(({ role, until, of }) => ({ role, until, of }));
}
const role = 'branchSecretary';
const until = startOfDay('20270101');

describe('a duty of the duty table', () => {
  it('gives its role with its dates when whoever writes it down may give that there', async () => {
    const town = await openTown(NOW);
    expect(await add(town, 1)).toMatchObject({ rights: 'given' });
    expect(await held(town, 'reader')).toEqual([{ role, until }]);
    town.clock.now = until;
    expect(await held(town, 'reader')).toEqual([]);
  });

  it('says so when its role was taken back by hand, and gives it anew where that is wanted again', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    const { here } = await town.done('head', 'role.ofOrg', { orgId: 'eastBranch' });
    const given = here.find(({ member }) => member.id === 'reader')?.id ?? '';
    await town.done('head', 'role.end', { commandId: command(2), memberId: 'reader', id: given });
    expect((await town.done('head', 'duty.get', { id })).duty.rights).toBe('unwanted');
    const { duty } = await town.done('head', 'duty.revise', revision(id, 0, 3));
    expect([duty.rights, await held(town, 'reader')]).toEqual(['given', [{ role, until }]]);
    town.clock.now = until;
    expect((await town.done('head', 'duty.get', { id })).duty.rights).toBe('given');
  });

  it.each([
    ['not entitled', {}, 'secretary'],
    ['not entitled', { person: { memberId: 'head', name: 'x' } }, 'head'],
    ['unwanted', { rights: false }, 'head'],
    ['not a member', { person: { memberId: null, name: '方既白' } }, 'head'],
    ['not here', { kind: 'secretary' }, 'head'],
    ['none', { kind: 'leader' }, 'head'],
    ['none', { until: '20261101' }, 'head'],
    ['held', { person: { memberId: 'secretary', name: 'x' } }, 'head'],
  ] as const)('is shown without rights, and says so: %s %j', async (rights, more, who) => {
    const town = await openTown(NOW);
    const before = await held(town, 'reader');
    expect(await add(town, 1, more, who)).toMatchObject({ rights });
    expect(await held(town, 'reader')).toEqual(before);
  });
});

describe('what becomes of the role', () => {
  it('follows the term: shorter, ended, and as it was by the way back', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    await town.done('head', 'duty.revise', revision(id, 0, 2, { until: '20261130' }));
    expect(await held(town, 'reader')).toEqual([{ role, until: startOfDay('20261201') }]);
    await town.done('head', 'duty.revise', revision(id, 1, 3, { until: '20261122' }));
    expect(await held(town, 'reader')).toEqual([]);
    await town.done('head', 'duty.revise', revision(id, 2, 4));
    expect(await held(town, 'reader')).toEqual([{ role, until }]);
  });

  it('ends with a duty that was a mistake, and comes back with it', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    await town.done('head', 'duty.setRemoved', { commandId: command(2), id, removed: true });
    expect(await held(town, 'reader')).toEqual([]);
    await town.done('head', 'duty.setRemoved', { commandId: command(3), id, removed: false });
    expect(await held(town, 'reader')).toEqual([{ role, until }]);
    const plain = await add(town, 4, { rights: false, person: { memberId: 'neighbour', name: 'x' } });
    for (const [number, removed] of [
      [5, true],
      [6, false],
    ] as const) {
      await town.done('head', 'duty.setRemoved', { commandId: command(number), id: plain.id, removed });
    }
    expect(await held(town, 'neighbour')).toEqual([]);
  });

  it('stays as it is when only words change, whoever changes them', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    const before = await town.db.members.get('reader');
    const { duty } = await town.done('secretary', 'duty.revise', revision(id, 0, 2, { title: '书记' }));
    expect(duty).toMatchObject({ rights: 'given', title: '书记' });
    expect(await town.db.members.get('reader')).toEqual(before);
  });

  it('is not ended or prolonged by who may not give it, and such a duty keeps its person', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    for (const attempt of [
      town.call('secretary', 'duty.revise', revision(id, 0, 2, { until: null })),
      town.call('secretary', 'duty.setRemoved', { commandId: command(3), id, removed: true }),
    ]) {
      expect(await attempt).toMatchObject({ ok: false, code: 'DUTY_RIGHTS_NOT_YOURS' });
    }
    const other = revision(id, 0, 4, { person: { memberId: 'neighbour', name: 'x' } });
    expect(await town.call('head', 'duty.revise', other)).toMatchObject({ ok: false, code: 'DUTY_PERSON_FIXED' });
    expect(await held(town, 'reader')).toEqual([{ role, until }]);
  });

  it('never takes away what somebody holds by itself', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1, { person: { memberId: 'secretary', name: 'x' } });
    await town.done('head', 'duty.setRemoved', { commandId: command(2), id, removed: true });
    expect(await held(town, 'secretary')).toEqual([{ role }]);
  });
});

describe('standing in', () => {
  const standIn = async (town: Town, of: string) => {
    const person = { memberId: 'neighbour', name: 'x' };
    const input = { commandId: command(9), id: of, person, from: '20261101', until: null, rights: true };
    return (await town.done('head', 'duty.standIn', input)).duty;
  };

  it('gives the role in the place of whoever holds the duty, no longer than he does', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    expect(await standIn(town, id)).toMatchObject({ rights: 'given', standsInFor: id });
    expect(await held(town, 'neighbour')).toEqual([{ role, until, of: 'reader' }]);
  });

  it('goes on when the term of the duty changes', async () => {
    const town = await openTown(NOW);
    const { id } = await add(town, 1);
    await standIn(town, id);
    await town.done('head', 'duty.revise', revision(id, 0, 2, { until: '20270331' }));
    expect(await held(town, 'neighbour')).toEqual([{ role, until: startOfDay('20270401'), of: 'reader' }]);
  });
});

describe('killed between any two calls', () => {
  it('a retry leaves exactly the roles that one which was never killed leaves', async () => {
    const steps = async (town: Town, attempt: (run: () => Promise<unknown>) => Promise<void>) => {
      await attempt(() => add(town, 1));
      const { id } = await add(town, 1);
      await attempt(() => town.done('head', 'duty.revise', revision(id, 0, 2, { until: null })));
      await attempt(() => town.done('head', 'duty.setRemoved', { commandId: command(3), id, removed: true }));
      await attempt(() => town.done('head', 'duty.setRemoved', { commandId: command(4), id, removed: false }));
    };
    const plain = await openTown(NOW);
    await steps(plain, async (run) => void (await run()));
    expect(await held(plain, 'reader')).toEqual([{ role }]);
    for (let kill = 1; kill < 26; kill += 1) {
      const gate: Gate = {};
      const town = await openTown(NOW, gate);
      await steps(town, async (run) => {
        let calls = 0;
        gate.after = () => {
          calls += 1;
          if (calls === kill) throw new Error('killed');
        };
        await run().catch(() => undefined);
        gate.after = () => undefined;
        await run();
      });
      expect(await town.dump()).toEqual(await plain.dump());
    }
  });

  it('a role that one command left to end is ended by the next', async () => {
    const gate: Gate = {};
    const town = await openTown(NOW, gate);
    const { id } = await add(town, 1);
    let written = false;
    gate.after = (call) => {
      if (call === 'duties.updateOne' && !written) {
        written = true;
        throw new Error('killed');
      }
    };
    const killed = town.call('head', 'duty.revise', revision(id, 0, 2, { rights: false }));
    await expect(killed).rejects.toThrow('killed');
    expect(await held(town, 'reader')).toEqual([{ role, until }]);
    await town.done('head', 'duty.revise', revision(id, 1, 3, { rights: false, title: '书记' }));
    expect(await held(town, 'reader')).toEqual([]);
  });
});
