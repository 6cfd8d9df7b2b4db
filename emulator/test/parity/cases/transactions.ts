import type { Bench, ParityCase } from '../case';
import type { Transaction } from '../../integration/database/sdk';

const conflict = 'DATABASE_TRANSACTION_CONFLICT';
const gone = 'DATABASE_TRANSACTION_FAIL';
const noOp = 'MongoDB, SERVER-77616: an update that changes nothing is no write';
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );

/** A case with two transactions over documents x and y. */
function two(
  name: string,
  act: (first: Transaction, second: Transaction, bench: Bench) => Promise<unknown>,
  expect: unknown,
  source = 'CloudBase documentation, transactions (upstream SDK tests)',
): ParityCase {
  return {
    name,
    source,
    arrange: [
      { _id: 'x', n: 1 },
      { _id: 'y', n: 1 },
    ],
    act: async (bench) => {
      const [first, second] = [await bench.db.startTransaction(), await bench.db.startTransaction()];
      try {
        return await act(first, second, bench);
      } finally {
        await Promise.allSettled([first.rollback(), second.rollback()]);
      }
    },
    expect,
  };
}

const read = async (from: Transaction, { name }: Bench, id = 'x'): Promise<unknown> =>
  (await from.collection(name).doc(id).get()).data?.n;
const write = (to: Transaction, { name }: Bench, n: number, id = 'x'): Promise<unknown> =>
  to.collection(name).doc(id).update({ n });
const outside = async ({ things }: Bench, id = 'x'): Promise<unknown> => (await things.doc(id).get()).data[0]?.n;

export const transactionCases: ParityCase[] = [
  two(
    'own writes are seen inside, and outside only after commit',
    async (t, _, b) => {
      await write(t, b, 5);
      const before = [await read(t, b), await outside(b)];
      await t.commit();
      return [...before, await outside(b)];
    },
    [5, 1, 5],
  ),
  two(
    'rollback leaves nothing',
    async (t, _, b) => {
      await write(t, b, 5);
      await t.rollback();
      return outside(b);
    },
    1,
  ),
  two(
    'a snapshot is taken at the first operation and stays',
    async (t, other, b) => {
      const first = await read(t, b);
      await write(other, b, 9);
      await other.commit();
      return [first, await read(t, b)];
    },
    [1, 1],
  ),
  two(
    'no dirty reads',
    async (t, other, b) => {
      await write(other, b, 9);
      return read(t, b);
    },
    1,
  ),
  two(
    'no read skew',
    async (t, other, b) => {
      await read(t, b);
      await write(other, b, 9);
      await write(other, b, 9, 'y');
      await other.commit();
      return read(t, b, 'y');
    },
    1,
  ),
  two(
    'write skew is allowed',
    async (t, other, b) => {
      await read(t, b);
      await read(other, b, 'y');
      await write(t, b, 0, 'y');
      await write(other, b, 0, 'x');
      return [await codeOf(t.commit()), await codeOf(other.commit())];
    },
    ['done', 'done'],
  ),
  two(
    'the second writer of one document conflicts at its write',
    async (t, other, b) => {
      await write(t, b, 2);
      return codeOf(write(other, b, 3));
    },
    conflict,
  ),
  two(
    'a write to what was committed after the snapshot conflicts',
    async (t, other, b) => {
      await read(t, b, 'y');
      await write(other, b, 3);
      await other.commit();
      return codeOf(write(t, b, 4));
    },
    conflict,
  ),
  two(
    'a conflict ends the transaction',
    async (t, other, b) => {
      await write(t, b, 2);
      await codeOf(write(other, b, 3));
      return codeOf(write(other, b, 3, 'y'));
    },
    gone,
  ),
  two(
    'a write that changes nothing takes no lock',
    async (t, other, b) => {
      await write(t, b, 1);
      await write(other, b, 3);
      await other.commit();
      return [await codeOf(t.commit()), await outside(b)];
    },
    ['done', 3],
    noOp,
  ),
  two(
    'a write that changes nothing conflicts with nothing that was committed after the snapshot',
    async (t, other, b) => {
      await read(t, b, 'y');
      await write(other, b, 3);
      await other.commit();
      return [await codeOf(write(t, b, 1)), await codeOf(t.commit()), await outside(b)];
    },
    ['done', 'done', 3],
    noOp,
  ),
  two(
    'a document that was written as it was is not changed for the snapshots of others',
    async (t, other, b) => {
      await read(t, b, 'y');
      await write(other, b, 1);
      await other.commit();
      return [await codeOf(write(t, b, 4)), await codeOf(t.commit()), await outside(b)];
    },
    ['done', 'done', 4],
    noOp,
  ),
  two(
    'nothing works after commit',
    async (t, _, b) => {
      await t.commit();
      return codeOf(write(t, b, 2));
    },
    gone,
  ),
  two(
    'nothing works after rollback',
    async (t, _, b) => {
      await t.rollback();
      return codeOf(read(t, b).then(() => t.commit()));
    },
    gone,
  ),
  two('a missing document reads as null', async (t, _, b) => (await t.collection(b.name).doc('none').get()).data, null),
  two(
    'what was added is found inside by a query',
    async (t, _, b) => {
      await t.collection(b.name).add({ _id: 'z', n: 7 });
      return (await t.collection(b.name).where({ n: 7 }).get()).data.map(({ _id }) => _id);
    },
    ['z'],
  ),
  two(
    'a removed document is gone inside, and outside after commit',
    async (t, _, b) => {
      await t.collection(b.name).doc('x').remove();
      const inside = (await t.collection(b.name).doc('x').get()).data;
      const before = await outside(b);
      await t.commit();
      return [inside, before, (await outside(b)) ?? null];
    },
    [null, 1, null],
  ),
  two(
    'runTransaction gives what the callback gives',
    async (_t, _u, b) =>
      b.db.runTransaction(async (t) => {
        await write(t, b, 8);
        return 'value';
      }),
    'value',
  ),
  two(
    'runTransaction rolls back when the callback throws',
    async (_t, _u, b) => {
      const failed = b.db.runTransaction(async (t) => {
        await write(t, b, 8);
        throw Object.assign(new Error('no'), { code: 'OWN' });
      });
      return [await codeOf(failed), await outside(b)];
    },
    ['OWN', 1],
  ),
];
