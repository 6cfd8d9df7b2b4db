import fc from 'fast-check';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import type { AuditDatabase, AuditDoc, SealDoc } from '../../../cloudfunctions/kernel/audit/collections';
import { link, placeOf } from '../../../cloudfunctions/kernel/audit/rules/chain';
import type { Shape } from './city';
import { allEntries, allSeals, auditOf, fact, firstDay, sealAll } from './city';

/* Whatever is done to a sealed audit, one thing at a time, a check finds it. */

const shapes: fc.Arbitrary<Shape> = fc.record({
  earlier: fc.integer({ min: 0, max: 4 }),
  acts: fc.array(fc.record({ chain: fc.nat(3), day: fc.nat(2) }), { minLength: 1, maxLength: 14 }),
});
const sealed = fc.record({ shape: shapes, page: fc.integer({ min: 1, max: 5 }), pick: fc.nat() });

type Tamper = (db: AuditDatabase, pick: number) => Promise<unknown>;
const one = <T>(items: readonly T[], pick: number): T => items[pick % items.length] as T;

const tamperings: Record<string, Tamper> = {
  'an entry is changed': async ({ audit, ...db }, pick) => {
    const { _id, ...fields } = one(await allEntries({ audit, ...db }), pick);
    const field = one(Object.keys(fields) as (keyof typeof fields)[], pick >> 4);
    await audit.update({ _id }, { set: { [field]: field === 'at' ? fields.at + 1 : `${String(fields[field])}x` } });
  },
  'an entry is removed': async (db, pick) => db.audit.remove({ _id: one(await allEntries(db), pick)._id }),
  'a chain loses its end': async (db, pick) => {
    const entries = await allEntries(db);
    const { chain, number } = placeOf(one(entries, pick)._id);
    const cut = entries
      .map(({ _id }) => _id)
      .filter((id) => placeOf(id).chain === chain && placeOf(id).number >= number);
    for (const _id of cut) await db.audit.remove({ _id });
  },
  'a chain is removed': async (db, pick) => {
    const entries = await allEntries(db);
    const { chain } = placeOf(one(entries, pick)._id);
    for (const { _id } of entries) if (placeOf(_id).chain === chain) await db.audit.remove({ _id });
  },
  'the last entry of a chain is written anew': async (db, pick) => {
    const entries = await allEntries(db);
    const { chain } = placeOf(one(entries, pick)._id);
    const own = entries.filter(({ _id }) => placeOf(_id).chain === chain && chain !== '');
    const last = own.at(-1);
    if (last === undefined) return db.audit.remove({ _id: one(entries, pick)._id });
    await db.audit.remove({ _id: last._id });
    return db.audit.add(link(chain, own.at(-2), fact(last.at, 'forged')));
  },
  'an entry is put at the end of a chain, on a day that is sealed': async (db, pick) => {
    const days = (await allSeals(db)).flatMap(({ day }) => day ?? []);
    const last = one(await allEntries(db), pick);
    const { chain } = placeOf(last._id);
    const own = (await allEntries(db)).filter(({ _id }) => placeOf(_id).chain === chain);
    const at = one(await sealedInstants(db, days), pick);
    await db.audit.add(link(chain, own.at(-1), fact(at, 'late')));
  },
  'a chain is put in, on a day that is sealed': async (db, pick) => {
    const days = (await allSeals(db)).flatMap(({ day }) => day ?? []);
    await db.audit.add(link(`c${pick % 9}x`, undefined, fact(one(await sealedInstants(db, days), pick), 'late')));
  },
  'a seal is changed': async (db, pick) => {
    const seal = one(await allSeals(db), pick);
    const changes: Partial<SealDoc>[] = [
      { heads: ['x y'] },
      { heads: [...seal.heads.slice(1), 'x z'] },
      { count: seal.count + 1 },
      { count: seal.count - 1 },
      { day: '20261201' },
      { at: seal.at + 1 },
      { complete: !seal.complete },
      { previous: seal.hash },
      { hash: seal.previous },
    ];
    await db.seals.update({ _id: seal._id }, { set: one(changes, pick >> 4) });
  },
  'a seal is removed': async (db, pick) => db.seals.remove({ _id: one(await allSeals(db), pick)._id }),
};

async function sealedInstants(db: AuditDatabase, days: readonly string[]): Promise<number[]> {
  const known = (await allEntries(db)).filter(({ day }) => day !== undefined && days.includes(day));
  return [firstDay, ...known.map(({ at }: AuditDoc) => at)].slice(-Math.max(1, known.length));
}

it('a sealed audit that nobody touched is whole', async () => {
  await fc.assert(
    fc.asyncProperty(sealed, async ({ shape, page }) => {
      const db = await auditOf(shape);
      await sealAll(db, page);
      const { faults, sealed: count, unsealed } = await checkAll(db);
      expect([faults, count, unsealed]).toEqual([[], shape.earlier + shape.acts.length, 0]);
    }),
    { numRuns: 30 },
  );
});

it.each(Object.entries(tamperings))('is found: %s', async (_, tamper) => {
  await fc.assert(
    fc.asyncProperty(sealed, async ({ shape, page, pick }) => {
      const db = await auditOf(shape);
      await sealAll(db, page);
      const before = (await allSeals(db)).at(-1);
      await tamper(db, pick);
      const { faults, last } = await checkAll(db);
      // Whoever has noted the newest seal finds out, too, that the newest were taken away.
      expect(faults.length > 0 || last?.hash !== before?.hash).toBe(true);
    }),
    { numRuns: 50 },
  );
});
