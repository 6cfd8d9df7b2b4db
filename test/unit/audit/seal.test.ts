import { checkAll, checkNext } from '../../../cloudfunctions/kernel/audit/check';
import { sealNext } from '../../../cloudfunctions/kernel/audit/seal';
import { allSeals, auditOf, DAY, fact, firstDay, later, sealAll } from './city';
import { link } from '../../../cloudfunctions/kernel/audit/rules/chain';

const acts = (...days: number[]) => days.map((day, index) => ({ chain: index % 2, day }));

it('a day is sealed once it is over and no call of it can still be running', async () => {
  const db = await auditOf({ earlier: 0, acts: acts(0, 0, 1) });
  const midnight = firstDay + DAY;
  expect(await sealNext(db, midnight + 599_999)).toBeUndefined();
  expect(await sealNext(db, midnight + 600_000)).toMatchObject({ _id: '000000000001', day: '20261120', count: 2 });
  expect(await sealNext(db, midnight + 600_000)).toBeUndefined();
  expect(await checkAll(db)).toMatchObject({ seals: 1, sealed: 2, unsealed: 1, faults: [] });
});

it('a night that was missed is made up for, in order; a day on which nothing happened has no seal', async () => {
  const db = await auditOf({ earlier: 0, acts: acts(0, 3, 4) });
  expect(await sealAll(db)).toBe(3);
  expect((await allSeals(db)).map(({ day }) => day)).toEqual(['20261120', '20261123', '20261124']);
});

it('the one chain of earlier versions is sealed first, once nothing more can come to it', async () => {
  const db = await auditOf({ earlier: 5, acts: acts(0) });
  expect(await sealNext(db, firstDay + 599_999, 2)).toBeUndefined();
  expect(await sealAll(db, 2, firstDay + 600_000)).toBe(3);
  expect((await allSeals(db)).map(({ day, count, complete }) => [day, count, complete])).toEqual([
    [null, 2, false],
    [null, 2, false],
    [null, 1, true],
  ]);
  await sealAll(db, 2);
  expect(await checkAll(db)).toMatchObject({ seals: 4, sealed: 6, unsealed: 0, faults: [] });
});

it('a seal holds a bounded number of entries, and names each of their chains once', async () => {
  const db = await auditOf({
    earlier: 0,
    acts: Array.from({ length: 9 }, (_, index) => ({ chain: index % 3, day: 0 })),
  });
  await sealAll(db, 4);
  const names = (await allSeals(db)).map(({ heads }) => heads.map((head) => head.split(' ')[0]));
  expect(names).toEqual([
    ['c0:000000000003', 'c1:000000000001'],
    ['c1:000000000003', 'c2:000000000002'],
    ['c2:000000000003'],
  ]);
  expect((await checkAll(db)).faults).toEqual([]);
});

it('runs that seal at once, or one that was killed between two seals, leave the seals of one run', async () => {
  const shape = { earlier: 3, acts: acts(0, 0, 0, 1, 1, 2) };
  const once = await auditOf(shape);
  await sealAll(once, 2);
  const many = await auditOf(shape);
  await sealNext(many, later, 2);
  await Promise.all([sealAll(many, 2), sealAll(many, 2), sealAll(many, 2)]);
  await sealAll(many, 2);
  expect(await allSeals(many)).toEqual(await allSeals(once));
});

it('a check goes on from any seal, three round trips for each', async () => {
  const db = await auditOf({ earlier: 0, acts: acts(0, 1, 2, 2) });
  await sealAll(db, 3);
  const [first] = await allSeals(db);
  expect(await checkNext(db, first)).toMatchObject({ seal: { day: '20261121' }, fault: undefined });
});

it('an entry that was written after its day was sealed is found, in a new chain and at the end of an old one', async () => {
  for (const [chain, id] of [
    ['late', 'late:000000000001'],
    ['c0', 'c0:000000000003'],
  ] as const) {
    const db = await auditOf({ earlier: 0, acts: acts(0, 0, 0, 1) });
    await sealAll(db);
    const [last] = await db.audit.find({ _id: `${chain}:000000000002` }, { limit: 1 });
    await db.audit.add(link(chain, last, fact(firstDay)));
    expect((await checkAll(db)).faults).toEqual([{ kind: 'added', id }]);
  }
});

it('an entry that was moved to another day is found, by the number of entries of its day', async () => {
  const db = await auditOf({ earlier: 0, acts: acts(0, 0, 0) });
  await sealAll(db);
  await db.audit.update({ _id: 'c0:000000000001' }, { set: { day: '20261119' } });
  expect((await checkAll(db)).faults).toEqual([{ kind: 'count', id: '000000000001' }]);
});

it('an entry that is broken is found before its day is sealed, too', async () => {
  const db = await auditOf({ earlier: 2, acts: acts(0, 0, 1) });
  expect(await checkAll(db)).toMatchObject({ seals: 0, unsealed: 5, faults: [], last: undefined });
  await db.audit.update({ _id: 'c0:000000000002' }, { set: { actor: 'x' } });
  expect((await checkAll(db)).faults).toEqual([{ kind: 'entry', id: 'c0:000000000002' }]);
});

it('a seal that names nothing any more is found, and does not keep the others from being checked', async () => {
  const db = await auditOf({ earlier: 0, acts: acts(0, 0, 0) });
  await sealAll(db, 2);
  await db.seals.update({ _id: '000000000001' }, { set: { heads: [] } });
  const { seals, faults } = await checkAll(db);
  expect([seals, faults[0]]).toEqual([2, { kind: 'seal', id: '000000000001' }]);
});
