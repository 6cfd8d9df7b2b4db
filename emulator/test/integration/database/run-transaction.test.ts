import { failure, startHarness, type Harness } from './harness';
import type { Collection, Sdk, Transaction } from './sdk';

let h: Harness;
let db: Sdk;
let accounts: Collection;

beforeAll(async () => {
  h = await startHarness({ collections: { accounts: {} } });
  db = h.db;
  accounts = db.collection('accounts');
});
afterAll(() => h.close());
beforeEach(async () => {
  await accounts.where({ _id: db.command.exists(true) }).remove();
  await accounts.add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
  ]);
});

const n = async (id: string): Promise<unknown> => (await accounts.doc(id).get()).data[0]?.n;
const tn = async (t: Transaction, id: string): Promise<unknown> =>
  (await t.collection('accounts').doc(id).get()).data?.n;

describe('runTransaction of the SDK', () => {
  test('gives the callback’s result, and rolls back when it throws', async () => {
    expect(await db.runTransaction(async (t) => (await t.collection('accounts').doc('a').get()).data?.n)).toBe(1);
    const thrown = db.runTransaction(async (t) => {
      await t.collection('accounts').doc('a').update({ n: 99 });
      throw new Error('changed my mind');
    });
    expect((await failure(thrown)).message).toBe('changed my mind');
    expect(await n('a')).toBe(1);
  });

  test('concurrent read-modify-writes never lose an update that was reported done', async () => {
    const add = (): Promise<boolean> =>
      db
        .runTransaction(async (t) => {
          const now = (await tn(t, 'a')) as number;
          await t
            .collection('accounts')
            .doc('a')
            .update({ n: now + 1 });
        })
        .then(
          () => true,
          () => false,
        );
    const landed = (await Promise.all(Array.from({ length: 20 }, add))).filter(Boolean).length;
    expect(landed).toBeGreaterThan(0);
    expect(await n('a')).toBe(1 + landed);
  });

  test('transfers between accounts keep the sum', async () => {
    await accounts.where({ _id: db.command.exists(true) }).update({ n: 100 });
    const transfer = (from: string, to: string): Promise<unknown> =>
      db
        .runTransaction(async (t) => {
          const [x, y] = [(await tn(t, from)) as number, (await tn(t, to)) as number];
          await t
            .collection('accounts')
            .doc(from)
            .update({ n: x - 1 });
          await t
            .collection('accounts')
            .doc(to)
            .update({ n: y + 1 });
        })
        .catch(() => undefined);
    await Promise.all(Array.from({ length: 12 }, (_, i) => (i % 2 ? transfer('a', 'b') : transfer('b', 'a'))));
    expect(((await n('a')) as number) + ((await n('b')) as number)).toBe(200);
  });
});
