import { post } from '../host/support';
import { failureIn, startWireHost, type WireHost } from './support';

let host: WireHost;
beforeAll(async () => {
  host = await startWireHost();
  await post(host.emulator.adminUrl, { action: 'database.addCollection', collectionName: 'fuzzed' });
});
afterEach(() => host.expectUnharmed());
afterAll(() => host.stop());

const nested = (depth: number, open: string, inner: string, close: string): string =>
  open.repeat(depth) + inner + close.repeat(depth);

/** Values that no field of the wire protocol is meant to have, or that are hard on a reader of EJSON. */
const ODD: unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, '', ' ', 'x', '\u0000', {}, { a: 1 }, [], [1], [null], ['{'], [{}]],
  ...['{', '[]', 'null', '"x"', '1', '{"a":', '{"__proto__":{"x":1}}', '{"constructor":1,"toString":2}'],
  nested(5000, '{"a":', '1', '}'),
  `{"a":${nested(5000, '[', '', ']')}}`,
  ...['{"_id":{"$oid":"zz"}}', '{"a":{"$numberInt":"x"}}', '{"a":{"$numberDecimal":"xx"}}', '{"a":{"$binary":5}}'],
  ...['{"a":{"$date":"never"}}', '{"a":{"$date":{"$numberLong":"9e99"}}}', '{"a":{"$timestamp":{"t":-1,"i":"x"}}}'],
  ...['{"a":{"$regularExpression":{"pattern":"(","options":""}}}', '{"a":{"$regularExpression":5}}'],
  ...[
    '{"a":{"$regex":"(?<n"}}',
    '{"a":{"$code":"1","$scope":{}}}',
    '{"a":{"$dbPointer":{}}}',
    '{"a":{"$undefined":true}}',
  ],
  ...['{"$where":"1"}', '{"$or":[]}', '{"$or":5}', '{"$and":[5]}', '{"$expr":{"$add":["x",1]}}', '{"a":{"$in":5}}'],
  ...[
    '{"a":{"$elemMatch":5}}',
    '{"a":{"$mod":[0,1]}}',
    '{"a":{"$size":-1}}',
    '{"a":{"$type":"zz"}}',
    '{"a":{"$not":1}}',
  ],
  ...['{"$set":5}', '{"$set":{"_id":5}}', '{"$set":{"":5}}', '{"$set":{"a":1,"a.b":2}}', '{"$set":{"a":1},"b":2}'],
  ...['{"$inc":{"a":"x"}}', '{"$push":{"a":{"$each":5}}}', '{"$rename":{"a":"a"}}', '{"$bit":{"a":{"xor":"x"}}}'],
  ...['{"$pull":5}', '{"$unset":[]}', '{"$foo":{}}', '{"a.$[x]":1}', '{"$set":{"a.$":1}}', '{"$set":{"a.1500001":1}}'],
];

const STAGES = ['$match', '$limit', '$skip', '$group', '$lookup', '$facet', '$unwind', '$sample', '$project', '$sort'];
const VALUES = ['{', '5', '-1', '"x"', '{}', '[]', 'null', '{"size":"x"}', '{"a":{"$foo":1}}', undefined];
const PIPELINES = STAGES.flatMap((stageKey) => VALUES.map((stageValue) => [{ stageKey, stageValue }]));

/** A request that is right, field by field. */
const RIGHT: Record<string, unknown> = {
  collectionName: 'fuzzed',
  data: '{"$set":{"b":1}}',
  query: '{"a":1}',
  queryType: 'WHERE',
  multi: true,
  merge: true,
  upsert: false,
  limit: 10,
  offset: 0,
  order: '{"a":{"$numberInt":"1"}}',
  projection: '{"a":1}',
  stages: [{ stageKey: '$match', stageValue: '{}' }],
  transactionId: undefined,
};

const ACTIONS = [
  'addCollection',
  'insertDocument',
  'getDocument',
  'calculateDocument',
  'modifyDocument',
  'modifyAndReturnDoc',
  'removeDocument',
  'aggregateDocuments',
  'commitTransaction',
  'abortTransaction',
];

describe.each(ACTIONS)('database.%s with one field gone wrong', (name) => {
  test.each(Object.keys(RIGHT))('%s: answered with a result or a documented failure', async (field) => {
    const values = field === 'stages' ? [...ODD, ...PIPELINES] : ODD;
    for (const value of [...values, name === 'insertDocument' ? values : undefined]) {
      const { status, body } = await post(host.emulator.adminUrl, {
        action: `database.${name}`,
        ...RIGHT,
        [field]: value,
      });
      expect(status).toBe(200);
      if (body.code === undefined) continue;
      const { code, message } = failureIn(JSON.stringify(body));
      // These would be a mistake of the server's: its own words and values must not come out.
      expect(code).not.toBe('SYS_ERR');
      expect(message).not.toMatch(/is not a function|Cannot read prop|not iterable|call stack|undefined \(reading/);
    }
  });
});

test('an action that is missing, unknown or no name, and a body that is no object, are refused', async () => {
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '7',
    '{}',
    '\ufeff{}',
    '{"action":7}',
    '{"action":"database"}',
    '{"action":"__proto__"}',
  ];
  for (const body of bodies) {
    const reply = await post(host.emulator.adminUrl, body);
    expect([reply.status, failureIn(JSON.stringify(reply.body)).code]).toEqual([200, 'INVALID_PARAM']);
  }
});
