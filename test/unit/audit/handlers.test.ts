import { above } from '../../../cloudfunctions/kernel/port';
import { link } from '../../../cloudfunctions/kernel/audit/rules/chain';
import type { AuditDoc } from '../../../cloudfunctions/kernel/audit/collections';
import { openTown, person, type Town } from '../../support/domains';
import { allSeals, DAY, fact, firstDay, sealAll } from './city';

const auditor = (id: string, orgId: string) => person(id, 'westBranch', [{ role: 'auditor', orgId }]);

/** Entries of both districts, the newest last. */
async function town(entries = 4): Promise<Town> {
  const open = await openTown(firstDay + 40 * DAY, {}, [auditor('all', 'city'), auditor('part', 'east')]);
  let last: AuditDoc | undefined;
  for (let index = 0; index < entries; index += 1) {
    const east = index % 2 === 0;
    const act = fact(firstDay + index * DAY, east ? 'orgId=east memberId=reader' : 'orgId=west event=e1');
    const orgs = east ? ['city', 'east'] : ['city', 'west'];
    last = link('c', last, { ...act, actor: east ? 'head' : 'rival', kind: east ? 'act' : 'read', orgs });
    await open.db.audit.add(last);
  }
  return open;
}
const actors = ({ items }: { items: { actor: { name: string | null } }[] }) => items.map(({ actor }) => actor.name);

describe('the audit as an auditor reads it', () => {
  it('is everything at the top, the newest first, with names, in a number of round trips that does not grow', async () => {
    for (const entries of [4, 120]) {
      const open = await town(entries);
      const { items, next } = await open.done('all', 'audit.list', { orgId: 'city' });
      expect(items[0]?.at).toBe(firstDay + (entries - 1) * DAY);
      expect(items[1]).toMatchObject({
        actor: { id: 'head', name: 'head同志' },
        things: [
          { what: '组织', id: 'east', name: 'east团组织' },
          { what: '成员', id: 'reader', name: 'reader同志' },
        ],
      });
      expect(next === null).toBe(entries < 30);
      expect(open.trips()).toBe(5);
    }
  });

  it('is of a part of the tree what concerns it, for whoever is auditor there, and nothing else', async () => {
    const open = await town();
    expect(actors(await open.done('part', 'audit.list', { orgId: 'east' }))).toEqual(['head同志', 'head同志']);
    for (const orgId of ['city', 'west']) {
      expect(await open.call('part', 'audit.list', { orgId })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await open.call('part', 'audit.verify', {})).toMatchObject({ code: 'FORBIDDEN' });
    expect(await open.call('head', 'audit.list', { orgId: 'east' })).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is opened one by one, with what proves it, by whoever sees the list that it is in', async () => {
    const open = await town();
    const east = await open.done('part', 'audit.get', { id: 'c:000000000003' });
    expect(east).toMatchObject({
      id: 'c:000000000003',
      actor: { name: 'head同志' },
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(open.trips()).toBeLessThanOrEqual(5);
    expect((await open.done('all', 'audit.get', { id: 'c:000000000002' })).previous).toBe(
      (await open.done('all', 'audit.get', { id: 'c:000000000001' })).hash,
    );
    expect(await open.call('part', 'audit.get', { id: 'c:000000000002' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await open.call('all', 'audit.get', { id: 'c:000000000099' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is found by person, thing, action, kind and day', async () => {
    const open = await town();
    const count = async (sought: object) =>
      (await open.done('all', 'audit.list', { orgId: 'city', ...sought })).items.length;
    expect(await count({ personId: 'reader' })).toBe(2);
    expect(await count({ personId: 'reader', by: true })).toBe(0);
    expect(await count({ personId: 'head', by: true })).toBe(2);
    expect(await count({ thingId: 'e1' })).toBe(2);
    expect(await count({ action: 'event.roster' })).toBe(0);
    expect(await count({ kind: 'read' })).toBe(2);
    expect(await count({ from: '20261121', to: '20261122' })).toBe(2);
  });

  it('has people found by name among those whom the auditor sees', async () => {
    const open = await town();
    expect((await open.done('all', 'audit.findPerson', { orgId: 'city', q: 'rival' })).items).toEqual([
      { id: 'rival', name: 'rival同志', orgs: ['westBranch团组织'] },
    ]);
    expect(open.trips()).toBe(3);
    expect((await open.done('part', 'audit.findPerson', { orgId: 'east', q: 'rival' })).items).toEqual([]);
    expect((await open.done('part', 'audit.findPerson', { orgId: 'east', q: '·' })).items).toEqual([]);
    expect((await open.done('part', 'audit.choices', { orgId: 'east' })).actions.length).toBeGreaterThan(20);
  });
});

describe('the check that an auditor watches', () => {
  /** All steps of a check, with what they found together. */
  async function verified(open: Town, noted?: string) {
    const found = { seals: 0, entries: 0, steps: 0, fault: null as string | null, day: null as string | null };
    let cursor: string | undefined;
    do {
      const step = await open.done('all', 'audit.verify', { noted, cursor });
      found.seals += step.seals;
      found.entries += step.entries;
      found.steps += 1;
      found.fault = step.fault?.words ?? null;
      found.day = step.fault?.day ?? null;
      cursor = step.next ?? undefined;
    } while (cursor !== undefined);
    return found;
  }

  it('finds a whole audit whole, in steps of a bounded number of round trips', async () => {
    const open = await town(14);
    await sealAll(open.db, 500, firstDay + 12 * DAY);
    expect(await verified(open)).toEqual({ seals: 11, entries: 14, steps: 4, fault: null, day: null });
    await open.done('all', 'audit.verify', {});
    expect(open.trips()).toBeLessThanOrEqual(20);
    expect(await verified(await town(0))).toMatchObject({ seals: 0, entries: 0, fault: null });
  });

  it('says from where it is not as it was written: in what is sealed, and in what is not yet', async () => {
    const open = await town(8);
    await sealAll(open.db, 500, firstDay + 7 * DAY);
    await open.db.audit.update({ _id: 'c:000000000008' }, { set: { actor: 'x' } });
    expect(await verified(open)).toMatchObject({
      fault: expect.stringContaining('c:000000000008') as string,
      day: '20261127',
    });
    await open.db.audit.update({ _id: 'c:000000000002' }, { set: { actor: 'x' } });
    expect(await verified(open)).toMatchObject({
      fault: expect.stringContaining('c:000000000002') as string,
      day: '20261121',
    });
  });

  it('finds that the newest were cut off, by a seal that was noted down outside', async () => {
    const open = await town(4);
    await sealAll(open.db);
    const { items } = await open.done('all', 'audit.seals', {});
    expect(items.map(({ day }) => day)).toEqual(['20261123', '20261122', '20261121', '20261120']);
    const noted = items[0]?.note ?? '';
    expect(await verified(open, noted)).toMatchObject({ fault: null });
    await open.db.seals.remove({ _id: above('000000000003') });
    await open.db.audit.remove({ _id: 'c:000000000004' });
    expect(await verified(open)).toMatchObject({ fault: null });
    expect(await verified(open, noted)).toMatchObject({
      fault: expect.stringContaining('抄下的封存 000000000004') as string,
    });
    expect(await open.call('all', 'audit.verify', { noted: 'x' }).catch((error: Error) => error.name)).toBe(
      'ValiError',
    );
  });

  it('shows seals in pages, and refuses a forged place to go on from', async () => {
    const open = await town(32);
    await sealAll(open.db, 500, firstDay + 40 * DAY);
    const first = await open.done('all', 'audit.seals', {});
    const second = await open.done('all', 'audit.seals', { cursor: first.next ?? undefined });
    expect([...first.items, ...second.items].map(({ note }) => note.slice(0, 12))).toEqual(
      (await allSeals(open.db)).map(({ _id }) => _id).reverse(),
    );
    expect(second.next).toBeNull();
    const forged = Buffer.from(JSON.stringify(['elsewhere', 'x'])).toString('base64url');
    expect(await open.call('all', 'audit.verify', { cursor: forged })).toMatchObject({ code: 'BAD_INPUT' });
  });
});
