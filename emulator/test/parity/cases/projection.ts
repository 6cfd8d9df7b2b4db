import { refused, type ParityCase } from '../case';
import type { Doc } from '../../integration/database/sdk';

const doc = { _id: 'x', a: 1, b: { c: 2, d: [{ e: 1, f: 2 }, 5, { e: 3 }] }, l: [1, 5, 9], n: null };

const rows: [name: string, projection: Doc, expected: unknown][] = [
  ['inclusion keeps the id', { a: 1 }, { _id: 'x', a: 1 }],
  ['the id can be left out', { _id: 0, a: 1 }, { a: 1 }],
  ['exclusion', { b: 0, l: 0 }, { _id: 'x', a: 1, n: null }],
  ['only the id left out', { _id: 0 }, { a: 1, b: doc.b, l: [1, 5, 9], n: null }],
  ['a path below documents', { 'b.c': 1 }, { _id: 'x', b: { c: 2 } }],
  ['a path through an array leaves scalars out', { 'b.d.e': 1 }, { _id: 'x', b: { d: [{ e: 1 }, { e: 3 }] } }],
  [
    'an excluded path through an array keeps scalars',
    { a: 0, l: 0, n: 0, 'b.d.e': 0 },
    { _id: 'x', b: { c: 2, d: [{ f: 2 }, 5, {}] } },
  ],
  ['a missing field adds nothing', { zz: 1 }, { _id: 'x' }],
  ['a path below a scalar adds nothing', { 'a.x': 1 }, { _id: 'x' }],
  ['$slice keeps the other fields', { l: { $slice: 2 }, b: 0 }, { _id: 'x', a: 1, l: [1, 5], n: null }],
  ['$slice from the end', { l: { $slice: -1 }, b: 0 }, { _id: 'x', a: 1, l: [9], n: null }],
  ['$slice with a start', { l: { $slice: [1, 1] }, b: 0 }, { _id: 'x', a: 1, l: [5], n: null }],
  ['$elemMatch keeps the first match', { l: { $elemMatch: { $gt: 2 } } }, { _id: 'x', l: [5] }],
  ['$elemMatch without a match leaves the field out', { l: { $elemMatch: { $gt: 99 } } }, { _id: 'x' }],
  ['a positional $ without a condition on the array is refused', { 'l.$': 1 }, refused()],
  ['a $ in the middle is refused', { 'b.$.c': 1 }, refused()],
  ['an empty name is refused', { 'a..b': 1 }, refused()],
  ['mixing is refused', { a: 1, b: 0 }, refused()],
  ['an unknown operator is refused', { l: { $bogus: 1 } }, refused()],
];

const positional: ParityCase = {
  name: 'a positional $ gives the first element that met the query',
  source: 'MongoDB manual, $ (projection)',
  arrange: [doc],
  act: async ({ things, db }) =>
    (
      await things
        .where({ l: db.command.gt(4) })
        .field({ 'l.$': 1 })
        .get()
    ).data[0],
  expect: { _id: 'x', l: [5] },
};

export const projectionCases: ParityCase[] = [
  positional,
  ...rows.map(([name, projection, expect]): ParityCase => ({
    name,
    source: 'MongoDB manual, Project Fields to Return from Query',
    arrange: [doc],
    act: async ({ things }) => (await things.where({ _id: 'x' }).field(projection).get()).data[0],
    expect,
  })),
];
