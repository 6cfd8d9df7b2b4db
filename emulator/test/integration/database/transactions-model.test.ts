import fc from 'fast-check';
import type { WireError, Json } from '../../../src/service';
import { Model, type Answer, type Step } from '../../parity/model/transactions';
import { EVERYTHING, startHarness, type Harness } from './harness';

/** Random schedules of many transactions and plain calls against a model of snapshot isolation. */

let h: Harness;
beforeAll(async () => {
  const indexes = [{ name: 'by_n', keys: [['n', 1]] as [string, 1][] }];
  h = await startHarness({ collections: { things: { indexes } } }, { lockWaitMs: 50 });
});
afterAll(() => h.close());
jest.setTimeout(120_000);

const id = fc.constantFrom('a', 'b', 'c');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      op: fc.constantFrom('get' as const, 'inc' as const, 'remove' as const, 'add' as const),
      id,
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('put' as const), id, n: fc.integer({ min: 0, max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ op: fc.constantFrom('all' as const, 'commit' as const, 'abort' as const) }) },
);
/** Who does it: one of four transactions, or a plain call. */
const schedule = fc.array(fc.tuple(fc.nat(4), step), { minLength: 5, maxLength: 60 });

async function call(action: string, body: Json = {}): Promise<Json> {
  const run = h.service.actions[`database.${action}`];
  return (await run?.({ collectionName: 'things', ...body }, { requestId: 'r', env: 'local' })) ?? {};
}

async function send(step: Step, transactionId?: unknown): Promise<Answer> {
  const body = transactionId === undefined ? {} : { transactionId };
  const one = 'id' in step ? { ...body, query: JSON.stringify({ _id: step.id }), queryType: 'DOC' } : body;
  try {
    switch (step.op) {
      case 'get':
        return found(await call('getDocument', one));
      case 'all':
        return found(await call('getDocument', { ...body, query: '{"n":{"$gte":0}}', order: '{"_id":1}' }));
      case 'inc':
        await call('modifyDocument', { ...one, data: '{"$inc":{"n":1}}', merge: true });
        return 'done';
      case 'put':
        await call('modifyDocument', { ...one, data: `{"n":${step.n}}`, merge: false, upsert: true });
        return 'done';
      case 'remove':
        await call('removeDocument', one);
        return 'done';
      case 'add':
        await call('insertDocument', { ...body, data: [JSON.stringify({ _id: step.id, n: 1 })] });
        return 'done';
      default:
        await call(step.op === 'commit' ? 'commitTransaction' : 'abortTransaction', body);
        return 'done';
    }
  } catch (error) {
    return CODES[(error as WireError).code] as Answer;
  }
}

const CODES: Readonly<Record<string, Answer>> = {
  DATABASE_TRANSACTION_CONFLICT: 'conflict',
  DATABASE_TRANSACTION_FAIL: 'gone',
  DATABASE_REQUEST_FAILED: 'refused',
};

function found(reply: Json): [string, number][] {
  const { list } = reply.data as { list: string[] };
  return list.map((text) => {
    const { _id, n } = JSON.parse(text) as { _id: string; n: number };
    return [_id, n];
  });
}

let ids: unknown[] = [];

test('every answer and the end are what snapshot isolation says', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, async (steps) => {
      // A run that failed leaves its transactions open.
      for (const one of ids) await send({ op: 'abort' }, one);
      await call('removeDocument', { query: EVERYTHING, multi: true });
      const model = new Model();
      ids = [];
      for (const name of [0, 1, 2, 3]) {
        model.start(name);
        ids.push((await call('startTransaction')).transactionId);
      }
      const done: [number, Step, Answer][] = [];
      for (const [who, one] of steps) {
        const plain = who === 4;
        if (plain && (one.op === 'commit' || one.op === 'abort' || ('id' in one && model.isLocked(one.id)))) continue;
        const expected = plain ? model.plain(one) : model.run(who, one);
        done.push([who, one, await send(one, plain ? undefined : ids[who])]);
        expect(done.at(-1)).toEqual([who, one, expected]);
      }
      for (const name of ids.keys())
        expect(await send({ op: 'abort' }, ids[name])).toBe(model.run(name, { op: 'abort' }));
      expect(await send({ op: 'all' })).toEqual([...model.committed].sort(([a], [b]) => (a < b ? -1 : 1)));
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
  );
});

test('a new document beside a changed newest one does not take its place', async () => {
  await call('removeDocument', { query: EVERYTHING, multi: true });
  await send({ op: 'put', id: 'a', n: 0 });
  const { transactionId } = await call('startTransaction');
  await send({ op: 'put', id: 'c', n: 5 }, transactionId);
  await send({ op: 'inc', id: 'a' }, transactionId);
  expect(await send({ op: 'commit' }, transactionId)).toBe('done');
  expect(await send({ op: 'all' })).toEqual([
    ['a', 1],
    ['c', 5],
  ]);
});

test('fifty at once, each counting up until it lands: nothing is lost', async () => {
  for (const one of ids) await send({ op: 'abort' }, one);
  await call('removeDocument', { query: EVERYTHING, multi: true });
  await call('insertDocument', { data: ['{"_id":"a","n":0}'] });
  const count = async (): Promise<void> => {
    for (;;) {
      const { transactionId } = await call('startTransaction');
      const [[, n] = ['', 0]] = (await send({ op: 'get', id: 'a' }, transactionId)) as [string, number][];
      await new Promise((resolve) => setImmediate(resolve));
      if ((await send({ op: 'put', id: 'a', n: n + 1 }, transactionId)) !== 'done') continue;
      if ((await send({ op: 'commit' }, transactionId)) === 'done') return;
    }
  };
  await Promise.all(Array.from({ length: 50 }, count));
  expect(await send({ op: 'get', id: 'a' })).toEqual([['a', 50]]);
});
