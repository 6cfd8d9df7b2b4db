import { idsOf, queries, refused, updates, type ParityCase } from '../case';

const flags = [
  { _id: 'a', n: 54 },
  { _id: 'b', n: 20 },
  { _id: 'c', n: -1 },
  { _id: 'd', n: 20.5 },
  { _id: 'e', n: 'text' },
  { _id: 'f', n: [20, 1] },
];
const people = [
  { _id: 'ann', age: 20, tags: ['x'], home: { city: 'A', zip: '12' } },
  { _id: 'bob', age: 'old', tags: ['x', 'x'] },
  { _id: 'cat', age: 5, extra: 1 },
];
const schema = ($jsonSchema: object): Record<string, unknown> => ({ $jsonSchema });

export const bitCases: ParityCase[] = [
  ...queries('MongoDB manual, bitwise query operators', flags, [
    ['$bitsAllSet by positions', { n: { $bitsAllSet: [1, 5] } }, ['a', 'c']],
    ['$bitsAllSet by mask', { n: { $bitsAllSet: 50 } }, ['a', 'c']],
    ['$bitsAnySet', { n: { $bitsAnySet: [0, 1] } }, ['a', 'c', 'f']],
    ['$bitsAllClear', { n: { $bitsAllClear: [0, 1] } }, ['b', 'f']],
    ['$bitsAnyClear', { n: { $bitsAnyClear: [1, 5] } }, ['b', 'f']],
    ['the sign goes on for ever', { n: { $bitsAllSet: [200] } }, ['c']],
    ['a negative position', { n: { $bitsAllSet: [-1] } }, refused()],
    ['a mask that is no integer', { n: { $bitsAnySet: 1.5 } }, refused()],
  ]),
  ...queries('MongoDB manual, $jsonSchema', people, [
    [
      'required and bsonType',
      schema({ required: ['age'], properties: { age: { bsonType: 'number' } } }),
      ['ann', 'cat'],
    ],
    ['minimum says nothing of texts', schema({ properties: { age: { minimum: 10 } } }), ['ann', 'bob']],
    ['exclusiveMinimum', schema({ properties: { age: { minimum: 5, exclusiveMinimum: true } } }), ['ann', 'bob']],
    [
      'uniqueItems and items',
      schema({ properties: { tags: { uniqueItems: true, items: { type: 'string' } } } }),
      ['ann', 'cat'],
    ],
    [
      'additionalProperties',
      schema({ properties: { _id: {}, age: {}, tags: {}, home: {} }, additionalProperties: false }),
      ['ann', 'bob'],
    ],
    [
      'embedded documents and patterns',
      schema({ required: ['home'], properties: { home: { properties: { zip: { pattern: '^\\d+$' } } } } }),
      ['ann'],
    ],
    ['anyOf and not', schema({ anyOf: [{ required: ['extra'] }, { not: { required: ['home'] } }] }), ['bob', 'cat']],
    [
      'enum and oneOf',
      schema({ oneOf: [{ properties: { age: { enum: [20, 5] } } }, { required: ['home'] }] }),
      ['cat'],
    ],
    ['dependencies', schema({ dependencies: { extra: ['home'] } }), ['ann', 'bob']],
    [
      'minLength and maxItems',
      schema({ properties: { age: { minLength: 4 }, tags: { maxItems: 1 } } }),
      ['ann', 'cat'],
    ],
    ['an unknown keyword', schema({ $ref: '#/x' }), refused()],
    ['a wrong operand', schema({ required: 'age' }), refused()],
    ['type integer', schema({ properties: { age: { type: 'integer' } } }), refused()],
  ]),
  ...queries('MongoDB manual, $sampleRate and $rand', people, [
    ['all', { $sampleRate: 1 }, ['ann', 'bob', 'cat']],
    ['none', { $sampleRate: 0 }, []],
    ['a rate above 1', { $sampleRate: 2 }, refused()],
    ['$rand in $expr', { $expr: { $lt: [{ $rand: {} }, 1] } }, ['ann', 'bob', 'cat']],
    ['$expr inside $elemMatch', { tags: { $elemMatch: { $expr: true } } }, refused()],
  ]),
  {
    name: 'a timestamp is no 64-bit integer',
    source: 'MongoDB manual, $currentDate',
    arrange: [{ _id: 'x' }],
    act: async ({ raw }) => {
      await raw.where({ _id: 'x' }).update({ $currentDate: { at: { $type: 'timestamp' } } });
      const failed = await raw
        .where({ _id: 'x' })
        .update({ $inc: { at: 1 } })
        .catch(({ code }: { code: string }) => code);
      const types = ['long', 'number', 'timestamp'].map((type) => idsOf(raw, { at: { $type: type } }));
      return [failed, ...(await Promise.all(types)), await idsOf(raw, { at: { $mod: [1, 0] } })];
    },
    expect: ['DATABASE_REQUEST_FAILED', [], [], ['x'], []],
  },
  ...updates('MongoDB manual, $currentDate', [
    ['a wrong type', { a: 1 }, { $currentDate: { at: { $type: 'time' } } }, refused()],
  ]),
];
