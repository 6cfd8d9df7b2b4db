import { failure, startHarness, type Harness } from './harness';
import type { Collection, Sdk, Transaction } from './sdk';

let h: Harness;
let db: Sdk;
let accounts: Collection;
let clock = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  const accountIndexes = [{ name: 'uniq_name', unique: true, keys: [['name', 1]] as [string, 1][] }];
  h = await startHarness(
    { collections: { accounts: { indexes: accountIndexes }, log: {} } },
    { now: () => clock, lockWaitMs: 60_000 },
  );
  db = h.db;
  accounts = db.collection('accounts');
});
afterAll(() => h.close());
beforeEach(async () => {
  await accounts.where({ _id: db.command.exists(true) }).remove();
  await db
    .collection('log')
    .where({ _id: db.command.exists(true) })
    .remove();
  await accounts.add([
    { _id: 'a', name: 'a', n: 1 },
    { _id: 'b', name: 'b', n: 2 },
  ]);
});

const n = async (id: string): Promise<unknown> => (await accounts.doc(id).get()).data[0]?.n;
const tn = async (t: Transaction, id: string): Promise<unknown> =>
  (await t.collection('accounts').doc(id).get()).data?.n;

describe('a transaction', () => {
  test('stores everything at commit and nothing before', async () => {
    const t = await db.startTransaction();
    await t.collection('accounts').doc('a').update({ n: 10 });
    await t.collection('accounts').doc('c').set({ name: 'c', n: 3 });
    await t.collection('accounts').doc('b').remove();
    await t.collection('log').add({ _id: 'l', text: 'moved' });
    expect([await n('a'), await n('b'), await n('c')]).toEqual([1, 2, undefined]);
    await t.commit();
    expect([await n('a'), await n('b'), await n('c')]).toEqual([10, undefined, 3]);
    expect((await db.collection('log').count()).total).toBe(1);
  });

  test('leaves no trace after a rollback', async () => {
    const before = h.service.hash();
    const t = await db.startTransaction();
    await t.collection('accounts').doc('a').update({ n: 10 });
    await t.collection('accounts').add({ name: 'new' });
    await t.rollback();
    expect(h.service.hash()).toBe(before);
    expect((await accounts.doc('a').update({ n: 5 })).updated).toBe(1);
  });

  test('reads its own writes, by id and by query, in order', async () => {
    const t = await db.startTransaction();
    const inside = t.collection('accounts');
    await inside.doc('a').update({ n: 10 });
    await inside.add({ _id: 'c', name: 'c', n: 5 });
    await inside.doc('b').remove();
    expect(await tn(t, 'a')).toBe(10);
    expect((await inside.doc('b').get()).data).toBeNull();
    expect(
      (
        await inside
          .where({ n: db.command.gt(4) })
          .orderBy('n', 'asc')
          .get()
      ).data.map(({ _id }) => _id),
    ).toEqual(['c', 'a']);
    expect((await inside.where({ n: 1 }).get()).data).toEqual([]);
    await t.rollback();
  });

  test('updates by query and returns the document', async () => {
    const t = await db.startTransaction();
    const first = await t
      .collection('accounts')
      .where({ name: 'a' })
      .updateAndReturn({ n: db.command.inc(1) });
    const second = await t
      .collection('accounts')
      .where({ n: 2, name: 'a' })
      .updateAndReturn({ n: db.command.inc(1) });
    expect([first.doc?.n, second.doc?.n]).toEqual([2, 3]);
    await t.commit();
    expect(await n('a')).toBe(3);
  });

  test('takes a batch of more than a thousand documents', async () => {
    const t = await db.startTransaction();
    const { ids } = await t.collection('log').add(Array.from({ length: 1001 }, (_, i) => ({ i })));
    expect(ids).toHaveLength(1001);
    await t.commit();
    expect((await db.collection('log').count()).total).toBe(1001);
  });

  test('may move a unique value from one document to another', async () => {
    const t = await db.startTransaction();
    const inside = t.collection('accounts');
    await inside.doc('a').update({ name: 'temporary' });
    await inside.doc('b').update({ name: 'a' });
    await inside.doc('a').update({ name: 'b' });
    await t.commit();
    expect((await accounts.doc('a').get()).data[0]?.name).toBe('b');
  });

  test('is refused a unique value that is taken, outside or by itself, and ends', async () => {
    const t = await db.startTransaction();
    expect((await failure(t.collection('accounts').add({ name: 'a' }))).message).toContain('E11000');
    expect((await failure(t.commit())).code).toBe('DATABASE_TRANSACTION_FAIL');
    const u = await db.startTransaction();
    await u.collection('accounts').add({ name: 'x' });
    expect((await failure(u.collection('accounts').add({ name: 'x' }))).message).toContain('E11000');
    expect((await accounts.count()).total).toBe(2);
  });
});

describe('isolation', () => {
  test('reads are of one moment: no read skew', async () => {
    const t = await db.startTransaction();
    expect(await tn(t, 'a')).toBe(1);
    await accounts.where({ _id: db.command.exists(true) }).update({ n: db.command.inc(100) });
    await accounts.doc('a').remove();
    await accounts.add({ _id: 'late', name: 'late', n: 7 });
    expect([await tn(t, 'a'), await tn(t, 'b'), await tn(t, 'late')]).toEqual([1, 2, undefined]);
    const all = await t
      .collection('accounts')
      .where({ n: db.command.gt(0) })
      .orderBy('n', 'desc')
      .get();
    expect(all.data.map(({ _id, n: value }) => [_id, value])).toEqual([
      ['b', 2],
      ['a', 1],
    ]);
    await t.commit();
  });

  test('the moment is that of the first operation, not of the start', async () => {
    const t = await db.startTransaction();
    await accounts.doc('a').update({ n: 50 });
    expect(await tn(t, 'a')).toBe(50);
    await t.rollback();
  });

  test('write skew is possible, as in any snapshot isolation', async () => {
    const [t, u] = [await db.startTransaction(), await db.startTransaction()];
    expect([await tn(t, 'b'), await tn(u, 'a')]).toEqual([2, 1]);
    await t.collection('accounts').doc('a').update({ n: 0 });
    await u.collection('accounts').doc('b').update({ n: 0 });
    await t.commit();
    await u.commit();
    expect([await n('a'), await n('b')]).toEqual([0, 0]);
  });

  test('two writers of one document: the second conflicts at its write and is over', async () => {
    const [t, u] = [await db.startTransaction(), await db.startTransaction()];
    await t.collection('accounts').doc('a').update({ n: 10 });
    const error = await failure(u.collection('accounts').doc('a').update({ n: 20 }));
    expect(error).toMatchObject({
      code: 'DATABASE_TRANSACTION_CONFLICT',
      message: expect.stringContaining('Transaction is conflict') as unknown,
    });
    expect((await failure(u.commit())).code).toBe('DATABASE_TRANSACTION_FAIL');
    await t.commit();
    expect(await n('a')).toBe(10);
  });

  test('writing a document committed after the snapshot is a conflict', async () => {
    const t = await db.startTransaction();
    await tn(t, 'b');
    await accounts.doc('a').update({ n: 7 });
    expect((await failure(t.collection('accounts').doc('a').update({ n: 8 }))).code).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    );
    expect(await n('a')).toBe(7);
  });

  test('two transactions that insert one unique value: the second conflicts', async () => {
    const [t, u] = [await db.startTransaction(), await db.startTransaction()];
    await t.collection('accounts').add({ name: 'wanted' });
    expect((await failure(u.collection('accounts').add({ name: 'wanted' }))).code).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    );
    await t.commit();
    expect((await accounts.where({ name: 'wanted' }).count()).total).toBe(1);
  });
});

describe('plain writes and transactions', () => {
  test('a plain write to a locked document waits for the commit and builds on it', async () => {
    const t = await db.startTransaction();
    await t.collection('accounts').doc('a').update({ n: 10 });
    let done = false;
    const waiting = accounts
      .doc('a')
      .update({ n: db.command.inc(1) })
      .then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toBe(false);
    expect((await accounts.doc('b').update({ n: 3 })).updated).toBe(1);
    await t.commit();
    await waiting;
    expect(await n('a')).toBe(11);
  });

  test('after a rollback the waiting write goes on with the old document', async () => {
    const t = await db.startTransaction();
    await t.collection('accounts').doc('a').update({ n: 10 });
    const waiting = accounts.doc('a').update({ n: db.command.inc(1) });
    await t.rollback();
    await waiting;
    expect(await n('a')).toBe(2);
  });

  test('a plain insert of a unique value a transaction holds waits, then fails or succeeds by its outcome', async () => {
    const t = await db.startTransaction();
    await t.collection('accounts').add({ name: 'wanted' });
    const waiting = failure(accounts.add({ name: 'wanted' }));
    await t.commit();
    expect((await waiting).message).toContain('E11000');
  });

  test('waiting has an end', async () => {
    await h.reopen({ lockWaitMs: 50 });
    const t = await db.startTransaction();
    await t.collection('accounts').doc('a').update({ n: 10 });
    expect((await failure(accounts.doc('a').update({ n: 2 }))).code).toBe('DATABASE_TIMEOUT');
    await t.rollback();
    await h.reopen();
  });

  test('a transaction is over after 30 seconds and holds nothing any more', async () => {
    const t = await db.startTransaction();
    await t.collection('accounts').doc('a').update({ n: 10 });
    clock += 30_001;
    await accounts.doc('a').update({ n: 5 });
    expect(await n('a')).toBe(5);
    expect(await failure(t.collection('accounts').doc('a').get())).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
      message: expect.stringContaining('commit or abort in 30 seconds') as unknown,
    });
    expect((await failure(t.commit())).code).toBe('DATABASE_TRANSACTION_FAIL');
  });

  test('29 seconds are not too many', async () => {
    const t = await db.startTransaction();
    await t.collection('accounts').doc('a').update({ n: 10 });
    clock += 29_000;
    await t.commit();
    expect(await n('a')).toBe(10);
  });

  test('an ended or unknown transaction is refused', async () => {
    const t = await db.startTransaction();
    await t.commit();
    expect((await failure(t.commit())).code).toBe('DATABASE_TRANSACTION_FAIL');
    expect((await failure(t.rollback())).code).toBe('DATABASE_TRANSACTION_FAIL');
    expect((await h.send('database.commitTransaction', { transactionId: 'nonsense' })).code).toBe(
      'DATABASE_TRANSACTION_FAIL',
    );
    expect((await h.send('database.commitTransaction', {})).code).toBe('DATABASE_TRANSACTION_FAIL');
  });
});
