import { setTimeout as delay } from 'node:timers/promises';
import { failure, startHarness, type Harness } from './harness';
import type { Collection, Sdk, Transaction } from './sdk';

/** Milliseconds of each call, one after another: 5 to 20, so that calls of different clients overlap in many ways. */
const DELAYS = [5, 17, 8, 20, 11, 6, 14];
let call = 0;

let h: Harness;
let db: Sdk;
let accounts: Collection;

beforeAll(async () => {
  h = await startHarness({ collections: { accounts: {} } }, { latencyMs: () => DELAYS[(call += 1) % DELAYS.length]! });
  db = h.db;
  accounts = db.collection('accounts');
});
afterAll(() => h.close());
beforeEach(async () => {
  await accounts.where({ _id: db.command.exists(true) }).remove();
  await accounts.add(['a', 'b', 'c'].map((_id) => ({ _id, n: 100, moves: 0 })));
});

const n = async (id: string): Promise<unknown> => (await accounts.doc(id).get()).data[0]?.n;
const inside = async (t: Transaction, id: string): Promise<{ n: number; moves: number }> =>
  (await t.collection('accounts').doc(id).get()).data as { n: number; moves: number };

/** Runs a transaction until it lands: with many clients the SDK's own three retries are often too few. */
async function land<T>(work: (t: Transaction) => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await db.runTransaction(work);
    } catch (error) {
      if ((error as { code?: string }).code !== 'DATABASE_TRANSACTION_CONFLICT') throw error;
    }
  }
}

const clients = (count: number, work: (client: number) => Promise<unknown>): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, client) => work(client)));

describe('with a delay before every call', () => {
  test('ten clients that count up in transactions lose no count', async () => {
    await clients(10, async () => {
      for (let round = 0; round < 2; round += 1) {
        await land(async (t) => {
          const now = await inside(t, 'a');
          await t
            .collection('accounts')
            .doc('a')
            .update({ n: now.n + 1 });
        });
      }
    });
    expect(await n('a')).toBe(120);
  });

  test('ten clients that move value between documents keep the sum, which every reader sees', async () => {
    const sums = new Set<number>();
    const ids = ['a', 'b', 'c'];
    const move = (from: string, to: string): Promise<void> =>
      land(async (t) => {
        const [giver, taker] = [await inside(t, from), await inside(t, to)];
        const collection = t.collection('accounts');
        await collection.doc(from).update({ n: giver.n - 7, moves: giver.moves + 1 });
        await collection.doc(to).update({ n: taker.n + 7, moves: taker.moves + 1 });
      });
    const look = (): Promise<void> =>
      land(async (t) => {
        const seen = [await inside(t, 'a'), await inside(t, 'b'), await inside(t, 'c')];
        sums.add(seen.reduce((sum, account) => sum + account.n, 0));
      });
    await clients(10, async (client) => {
      for (let round = 0; round < 2; round += 1) await move(ids[client % 3]!, ids[(client + 1 + round) % 3]!);
      await look();
    });
    const moves = await Promise.all(ids.map(async (id) => (await accounts.doc(id).get()).data[0]?.moves as number));
    expect([...sums]).toEqual([300]);
    // Each of the 20 moves counts in two documents.
    expect(moves.reduce((sum, one) => sum + one, 0)).toBe(40);
  });

  test('a transaction sees the data as of its first operation, not as of its start', async () => {
    const t = await db.startTransaction();
    await accounts.doc('a').update({ n: 1 });
    expect((await inside(t, 'a')).n).toBe(1);
    await accounts.doc('b').update({ n: 1 });
    expect((await inside(t, 'b')).n).toBe(100);
    await t.commit();
  });

  test('what was changed after the first operation conflicts at the write, wherever the reading was', async () => {
    for (const first of ['a', 'b']) {
      const t = await db.startTransaction();
      await inside(t, first);
      await accounts.doc('a').update({ n: first === 'a' ? 2 : 3 });
      const write = t.collection('accounts').doc('a').update({ n: 50 });
      expect((await failure(write)).code).toBe('DATABASE_TRANSACTION_CONFLICT');
    }
    expect(await n('a')).toBe(3);
  });

  test('a plain increment during a transaction that has written waits, and counts', async () => {
    const t = await db.startTransaction();
    const { n: before } = await inside(t, 'a');
    await t
      .collection('accounts')
      .doc('a')
      .update({ n: before + 1 });
    const plain = accounts.doc('a').update({ n: db.command.inc(10) });
    await delay(60);
    await t.commit();
    await plain;
    expect(await n('a')).toBe(111);
  });

  test('of conditional updates that overlap exactly one finds its condition', async () => {
    const updated: number[] = [];
    await clients(10, async (client) => {
      const reply = await accounts.where({ _id: 'a', moves: 0 }).update({ moves: 1, n: client });
      updated.push(reply.updated);
    });
    expect(updated.reduce((sum, one) => sum + one, 0)).toBe(1);
  });
});
