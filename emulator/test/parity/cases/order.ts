import type { ParityCase } from '../case';

const every = [
  { _id: 'array', a: [['x']] },
  { _id: 'bool', a: true },
  { _id: 'date', a: new Date(0) },
  { _id: 'empty', a: [] },
  { _id: 'false', a: false },
  { _id: 'missing' },
  { _id: 'nan', a: NaN },
  { _id: 'null', a: null },
  { _id: 'number', a: -1.5 },
  { _id: 'object', a: { x: 1 } },
  { _id: 'regex', a: /a/ },
  { _id: 'text', a: '10' },
];
const objects = [
  { _id: '1', a: { x: 1, y: 1 } },
  { _id: '2', a: { x: 1 } },
  { _id: '3', a: { x: 'a' } },
  { _id: '4', a: { w: 2 } },
  { _id: '5', a: { x: 0, z: 9 } },
];
const lists = [
  { _id: '1', a: [3, 9] },
  { _id: '2', a: [5] },
  { _id: '3', a: 4 },
  { _id: '4', a: [1, 20] },
  { _id: '5', a: [] },
];
const texts = ['a', 'B', 'é', '中', '~', '😀', '\uffee', ''].map((a, i) => ({ _id: String(i), a }));

/** Sorts by `a` and then by id. */
function sorted(
  name: string,
  source: string,
  arrange: object[],
  direction: 'asc' | 'desc',
  expect: string,
): ParityCase {
  return {
    name,
    source,
    arrange: arrange as ParityCase['arrange'],
    act: async ({ things }) =>
      (await things.orderBy('a', direction).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id).join(' '),
    expect,
  };
}

const order = 'MongoDB manual, Comparison/Sort Order';

export const orderCases: ParityCase[] = [
  sorted(
    'types have an order; missing counts as null, an empty array is below it',
    order,
    every,
    'asc',
    'empty missing null nan number text object array false bool date regex',
  ),
  sorted(
    'descending is the reverse, ties by the next key',
    order,
    every,
    'desc',
    'regex date bool false array object text number nan missing null empty',
  ),
  sorted(
    'embedded documents: type, then name, then value of each field',
    `${order}: objects`,
    objects,
    'asc',
    '4 5 2 1 3',
  ),
  sorted('an array counts by its smallest element upwards', `${order}: arrays`, lists, 'asc', '5 4 1 3 2'),
  sorted('and by its largest downwards', `${order}: arrays`, lists, 'desc', '4 1 2 3 5'),
  sorted('texts compare by their bytes', `${order}: strings`, texts, 'asc', '7 1 0 4 2 3 6 5'),
  {
    name: 'two keys, two directions, a path below documents',
    source: 'MongoDB manual, cursor.sort()',
    arrange: [
      { _id: '1', a: { b: 1 }, c: 1 },
      { _id: '2', a: { b: 2 }, c: 1 },
      { _id: '3', a: { b: 2 }, c: 2 },
    ],
    act: async ({ things }) =>
      (await things.orderBy('a.b', 'desc').orderBy('c', 'asc').get()).data.map(({ _id }) => _id),
    expect: ['2', '3', '1'],
  },
  {
    name: 'skip and limit come after the sort',
    source: 'MongoDB manual, cursor.limit()',
    arrange: [5, 3, 1, 4, 2].map((a) => ({ _id: String(a), a })),
    act: async ({ things }) => (await things.orderBy('a', 'asc').skip(1).limit(2).get()).data.map(({ _id }) => _id),
    expect: ['2', '3'],
  },
  {
    name: 'a page holds 100 documents unless told, and at most 1000',
    source: 'CloudBase documentation, Collection.get and limit',
    arrange: Array.from({ length: 130 }, (_, i) => ({ _id: `p${i}` })),
    act: async ({ things }) => [(await things.get()).data.length, (await things.limit(2000).get()).data.length],
    expect: [100, 130],
  },
  {
    name: 'several documents of one value keep apart by the next key',
    source: 'MongoDB manual, cursor.sort(): consistency',
    arrange: [3, 1, 2].map((n) => ({ _id: String(n), a: 1, n })),
    act: async ({ things }) => (await things.orderBy('a', 'asc').orderBy('n', 'desc').get()).data.map(({ _id }) => _id),
    expect: ['3', '2', '1'],
  },
];
