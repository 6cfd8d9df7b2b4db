import { content, type ParityCase } from '../case';

/** Behaviours stated by the tests of the SDK's own repository, which its authors run against the real cloud. */
const source = (file: string): string => `tests of @cloudbase/node-sdk, database/${file}`;

export const upstreamDocumentCases: ParityCase[] = [
  {
    name: 'set counts the document it replaces, even by the same content',
    source: source('unit/geo.test.ts'),
    arrange: [{ _id: 'x', int: 100, array: [{ null: null }] }],
    act: async ({ things }) => {
      const { updated } = await things.doc('x').set({ int: 100, array: [{ null: null }] });
      return updated;
    },
    expect: 1,
  },
  {
    name: 'a field name may hold dots, and other fields change beside it',
    source: source('index.test.ts'),
    arrange: [{ _id: 'x', 'key.': '1', a: { 'b.c': 2 } }],
    act: async ({ things }) => {
      await things.where({ _id: 'x' }).update({ data: { a: null } });
      return content(things);
    },
    expect: { 'key.': '1', a: { 'b.c': 2 }, data: { a: null } },
  },
  {
    name: 'an aggregation measures a distance to the last digit as MongoDB does',
    source: source('unit/aggregation.test.ts'),
    arrange: [{ _id: 'x', loc: { type: 'Point', coordinates: [113.306789, 23.1564721] } }],
    act: async ({ raw }) => {
      const near = { type: 'Point', coordinates: [113.3089506, 23.0968251] };
      const stage = { $geoNear: { near, distanceField: 'distance', spherical: true, key: 'loc' } };
      const { data } = await raw.aggregate([stage]).end();
      return data.map((doc) => doc.distance);
    },
    expect: [6643.521654040738],
  },
];
