import type { Appender } from '../../../cloudfunctions/kernel/audit/append';
import { createAppender } from '../../../cloudfunctions/kernel/audit/append';
import { type AuditFact, brokenEntry, placeOf } from '../../../cloudfunctions/kernel/audit/rules/chain';
import { memoryDatabase } from '../kernel/memory';

const fact = (target: string): AuditFact => ({
  ...{ at: 1, actor: 'm1', action: 'a', outcome: 'ok', target, requestId: 'r1' },
  ...{ kind: 'act', orgs: [] },
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

async function written({ audit }: ReturnType<typeof memoryDatabase>['db']) {
  const entries = await audit.find({}, { sort: [['_id', 1]], limit: 1000 });
  return { entries, chains: new Set(entries.map(({ _id }) => placeOf(_id).chain)) };
}

it('one instance writes one chain, one round trip an entry', async () => {
  const { db, calls } = memoryDatabase();
  const append = createAppender(db);
  for (const index of numbers(5)) await append(fact(`e${index}`));
  expect(calls()).toBe(5);
  const { entries, chains } = await written(db);
  expect(chains.size).toBe(1);
  expect(entries.map(({ target }) => target)).toEqual(['e0', 'e1', 'e2', 'e3', 'e4']);
  expect(brokenEntry(entries, [])).toBeUndefined();
});

it('of many callers in many instances each writes at once: every entry is there, for one round trip each', async () => {
  const { db, calls } = memoryDatabase();
  const instances = numbers(7).map(() => createAppender(db));
  await Promise.all(numbers(500).map((index) => (instances[index % 7] as Appender)(fact(`e${index}`))));
  expect(calls()).toBe(500);
  const { entries } = await written(db);
  expect(new Set(entries.map(({ target }) => target)).size).toBe(500);
  expect(brokenEntry(entries, [])).toBeUndefined();
});

it('a chain whose last entry may not have arrived is never continued', async () => {
  for (const arrives of [true, false]) {
    const { db } = memoryDatabase();
    let lose = false;
    const add: typeof db.audit.add = async (doc) => {
      if (!lose) return db.audit.add(doc);
      if (arrives) await db.audit.add(doc);
      throw new Error('no reply');
    };
    const append = createAppender({ ...db, audit: { ...db.audit, add } });
    await append(fact('before'));
    lose = true;
    await expect(append(fact('lost'))).rejects.toThrow('no reply');
    lose = false;
    await append(fact('after'));
    const { entries, chains } = await written(db);
    expect(chains.size).toBe(2);
    expect(entries).toHaveLength(arrives ? 3 : 2);
    expect(brokenEntry(entries, [])).toBeUndefined();
  }
});

it('an entry is never written over another', async () => {
  const { db } = memoryDatabase();
  const append = createAppender({ ...db, audit: { ...db.audit, add: () => Promise.resolve(false) } });
  await expect(append(fact('e'))).rejects.toThrow('nobody else writes');
});
