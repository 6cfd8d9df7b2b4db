import fc from 'fast-check';
import { MANUAL } from '../../../scripts/manual';
import { WireError, type Json } from '../../../src/service';
import { EVERYTHING, startHarness, type Harness } from './harness';

/** Bodies of any kind: the answer is a reply or a documented error, at once, and a refusal changes nothing. */

let h: Harness;
beforeAll(async () => {
  h = await startHarness(
    {
      collections: {
        things: {
          indexes: [
            { name: 'by_a', keys: [['a', 1]] },
            { name: 'by_u', unique: true, keys: [['u', 1]] },
            { name: 'by_at', keys: [['at', '2dsphere']] },
          ],
        },
      },
    },
    { lockWaitMs: 50 },
  );
});
afterAll(() => h.close());
jest.setTimeout(120_000);

const CODES = new Set([
  'INVALID_PARAM',
  'DATABASE_REQUEST_FAILED',
  'DATABASE_COLLECTION_NOT_EXIST',
  'DATABASE_COLLECTION_ALREADY_EXIST',
  'DATABASE_TRANSACTION_FAIL',
  'DATABASE_TRANSACTION_CONFLICT',
  'DATABASE_TIMEOUT',
]);

/** What JavaScript says when code of ours met what it did not expect. */
const OURS =
  /Cannot (read|set|convert|mix|destructure)|is not (a function|iterable|a constructor)|call stack|array length|out of range index|toFixed|Invalid count/;

/** Of the processor's time: what else the machine does is no fault of the answer. */
const SLOW_MS = 2000;

/** Straight to the service: a connection may close while a property keeps the process busy. */
async function call(action: string, body: Json): Promise<Json> {
  return (await h.service.actions[action]?.(body, { requestId: 'r', env: 'local' })) ?? {};
}

async function attempt(action: string, body: Json): Promise<void> {
  const before = h.service.hash();
  const started = process.cpuUsage();
  try {
    await call(action, body);
  } catch (error) {
    expect(error).toBeInstanceOf(WireError);
    const { code, message } = error as WireError;
    expect(CODES).toContain(code);
    expect(message).not.toMatch(OURS);
    expect(h.service.hash()).toBe(before);
  }
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(SLOW_MS);
}

const operators = [...new Set(Object.values(MANUAL).flat())];
const tags = [
  '$numberInt',
  '$numberLong',
  '$numberDouble',
  '$date',
  '$oid',
  '$regularExpression',
  '$binary',
  '$timestamp',
  '$numberDecimal',
  '$minKey',
  '$tcb_server_date',
  '$uuid',
  '$undefined',
  '$symbol',
];
const field = fc.constantFrom(
  'a',
  'b',
  'u',
  'at',
  '_id',
  'a.b',
  'a.0',
  'a.$',
  'a.$[]',
  '',
  '.',
  'a.',
  '__proto__',
  'constructor',
  'a\u0000b',
  '\ud800',
  '$',
  'length',
  'coordinates',
  'type',
  'input',
  'as',
  'in',
  'pipeline',
  'from',
  'path',
  'output',
  'p',
);
const key = fc.oneof(
  { weight: 3, arbitrary: field },
  { weight: 3, arbitrary: fc.constantFrom(...operators) },
  { weight: 1, arbitrary: fc.constantFrom(...tags) },
);
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1,
    1e308,
    -1e308,
    2 ** 53,
    2 ** 63,
    0.5,
    '',
    '$a',
    '$$ROOT',
    '$$x',
    'a',
    'Point',
    '\ud800',
    '\u0000',
    'x'.repeat(2000),
    'things',
    '+08:00',
    '%Y',
    'day',
    '99999999999999999999',
    '2026-01-01',
  ),
  fc.double(),
  fc.string({ maxLength: 5 }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.tuple(key, tie('value')), { maxLength: 3 })
        .map((pairs) => Object.fromEntries(pairs) as unknown),
    },
  ),
}));
const doc = fc.array(fc.tuple(key, value), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs));
const ejson = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(doc, value).map((one) => JSON.stringify(one)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const anything = fc.oneof({ weight: 6, arbitrary: ejson }, { weight: 1, arbitrary: value });

const request = fc.record(
  {
    query: anything,
    data: fc.oneof(anything, fc.array(anything, { maxLength: 3 })),
    order: anything,
    projection: anything,
    offset: scalar,
    limit: scalar,
    multi: fc.boolean(),
    merge: fc.boolean(),
    upsert: fc.boolean(),
    queryType: fc.constantFrom<unknown>('DOC', 'WHERE', 5),
    stages: fc.oneof(
      {
        weight: 6,
        arbitrary: fc.array(fc.record({ stageKey: fc.constantFrom(...MANUAL.stages), stageValue: anything }), {
          maxLength: 3,
        }),
      },
      { weight: 1, arbitrary: value },
    ),
    transactionId: fc.constantFrom<unknown>(undefined, undefined, undefined, '', 'none', 5, {}),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Starts from documents of every kind, so that operators have something to work on. */
async function refill(): Promise<void> {
  await call('database.removeDocument', { collectionName: 'things', query: EVERYTHING, multi: true });
  const docs = [
    { _id: 1, a: [1, 'x', null, { b: 2 }], u: 1, at: { type: 'Point', coordinates: [1, 2] } },
    { _id: 2, a: { b: [1, 2] }, u: 'two', at: [3, 4] },
    { _id: 3, a: { $date: { $numberLong: '0' } }, u: null },
  ];
  await call('database.insertDocument', { collectionName: 'things', data: docs.map((one) => JSON.stringify(one)) });
}

const actions = [
  'database.insertDocument',
  'database.getDocument',
  'database.calculateDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.aggregateDocuments',
  'database.commitTransaction',
  'database.abortTransaction',
];

test.each(actions)('%s answers any body, and a refusal changes nothing', async (action) => {
  await refill();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(request, async (body) => {
      if ((runs += 1) % 40 === 0) await refill();
      await attempt(action, { collectionName: 'things', ...body });
    }),
    { numRuns: Number(process.env.FUZZ_RUNS ?? 250) },
  );
});

test.each(Object.keys({ expressions: 1, accumulators: 1, stages: 1, query: 1, update: 1 }) as (keyof typeof MANUAL)[])(
  'each of the %s takes any operand',
  async (page) => {
    await refill();
    const wrap: Partial<Record<keyof typeof MANUAL, (name: string, operand: unknown) => [string, Json]>> = {
      expressions: (name, operand) => piped({ $project: { v: { [name]: operand } } }),
      accumulators: (name, operand) => piped({ $group: { _id: null, v: { [name]: operand } } }),
      stages: (name, operand) => piped({ [name]: operand }),
      query: (name, operand) => ['database.getDocument', { query: JSON.stringify({ a: { [name]: operand } }) }],
      update: (name, operand) => [
        'database.modifyDocument',
        { query: EVERYTHING, multi: true, data: JSON.stringify({ [name]: { 'a.b': operand } }) },
      ],
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...MANUAL[page]), value, async (name, operand) => {
        const [action, body] = wrap[page]?.(name, operand) as [string, Json];
        await attempt(action, { collectionName: 'things', ...body });
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 500) },
    );
  },
);

function piped(stage: object): [string, Json] {
  const [[stageKey, stageValue]] = Object.entries(stage) as [[string, unknown]];
  return ['database.aggregateDocuments', { stages: [{ stageKey, stageValue: JSON.stringify(stageValue) }] }];
}

test('documents beyond 16 MB and nesting beyond 100 levels are refused', async () => {
  await refill();
  const big = JSON.stringify({ a: 'x'.repeat(16 * 1024 * 1024) });
  const deep = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`;
  for (const text of [big, deep, `${'['.repeat(1000)}${']'.repeat(1000)}`]) {
    await attempt('database.insertDocument', { collectionName: 'things', data: [text] });
    await attempt('database.modifyDocument', {
      collectionName: 'things',
      query: EVERYTHING,
      data: `{"$set":{"b":${text}}}`,
    });
    await attempt('database.getDocument', { collectionName: 'things', query: text });
  }
  expect(await call('database.calculateDocument', { collectionName: 'things' })).toEqual({ data: { total: 3 } });
});

test('a name of a collection is checked', async () => {
  for (const collectionName of [
    '',
    ' ',
    '$x',
    'a\u0000b',
    'a b',
    'x'.repeat(300),
    '\ud800',
    5,
    null,
    {},
    ['things'],
    '__proto__',
  ])
    for (const action of ['database.addCollection', ...actions.slice(0, 7)])
      await attempt(action, { collectionName, data: ['{}'], query: EVERYTHING, stages: [] });
});
