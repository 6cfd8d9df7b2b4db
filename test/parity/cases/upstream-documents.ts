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
];
