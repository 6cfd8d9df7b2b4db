import fc from 'fast-check';
import { count, remove } from '../../../src/database/commands';
import { find } from '../../../src/database/search/find';
import type { Stats } from '../../../src/database/search/found';
import { compileFilter } from '../../../src/database/query/filter';
import { sortDocs, type SortKey } from '../../../src/database/query/sort';
import { compareValues, type Doc } from '../../../src/database/values/values';
import type { IndexDeclaration } from '../../../src/service';
import { openStore, type Store } from './store';
import { smallDoc, smallValue } from './values';

/** Whatever index serves a query, the answer is that of testing and sorting every document. */

const INDEXES: IndexDeclaration[] = [
  { name: 'a', keys: [['a', 1]] },
  { name: 'b_desc', keys: [['b', -1]] },
  {
    name: 'ab',
    keys: [
      ['a', 1],
      ['b', -1],
    ],
  },
  {
    name: 'b_cp',
    keys: [
      ['b', 1],
      ['c.p', 1],
    ],
  },
  {
    name: 'cpq',
    keys: [
      ['c.p', -1],
      ['c.q', 1],
    ],
  },
];

const operand = fc.oneof(
  { weight: 5, arbitrary: smallValue },
  { weight: 1, arbitrary: fc.array(smallValue, { maxLength: 2 }) },
);
const comparison = fc
  .tuple(fc.constantFrom('$eq', '$gt', '$gte', '$lt', '$lte', '$ne'), operand)
  .map(([op, value]) => ({ [op]: value }));
const condition: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: operand },
  { weight: 4, arbitrary: comparison },
  { weight: 3, arbitrary: fc.tuple(comparison, comparison).map(([x, y]) => ({ ...x, ...y })) },
  { weight: 2, arbitrary: fc.array(operand, { maxLength: 3 }).map(($in) => ({ $in })) },
  { weight: 2, arbitrary: fc.array(smallValue, { maxLength: 2 }).map(($all) => ({ $all })) },
  { weight: 1, arbitrary: fc.boolean().map(($exists) => ({ $exists })) },
  { weight: 1, arbitrary: comparison.map(($elemMatch) => ({ $elemMatch })) },
  { weight: 1, arbitrary: comparison.map(($not) => ({ $not })) },
  { weight: 1, arbitrary: fc.constantFrom(/^x/, /^xy?/, /^x|y/, /y/) },
);
const flat = fc.dictionary(fc.constantFrom('a', 'b', 'c.p', 'c.q', 'c'), condition, {
  maxKeys: 3,
  noNullPrototype: true,
});
const inElement = fc
  .dictionary(fc.constantFrom('p', 'q'), condition, { minKeys: 1, maxKeys: 2, noNullPrototype: true })
  .map(($elemMatch): Doc => ({ c: { $elemMatch } }));
const query: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 6, arbitrary: flat },
  { weight: 1, arbitrary: inElement },
  { weight: 1, arbitrary: fc.tuple(flat, flat).map(([x, y]) => ({ $and: [x, y] })) },
  { weight: 1, arbitrary: fc.tuple(flat, flat).map(([x, y]) => ({ $or: [x, y] })) },
);
const sort = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c.p', 'c.q'), fc.constantFrom<1 | -1>(1, -1)), {
  maxLength: 2,
  selector: ([path]) => path,
}) as fc.Arbitrary<SortKey[]>;

let store: Store;
beforeAll(() => (store = openStore()));
afterAll(() => store.close());

const cases = {
  docs: fc.array(smallDoc, { maxLength: 12 }),
  requests: fc.array(fc.tuple(query, sort), { minLength: 8, maxLength: 8 }),
};

function ids(docs: Doc[]): unknown[] {
  return docs.map(({ _id }) => _id);
}

// Properties take seconds on a busy machine.
jest.setTimeout(60_000);

describe('queries through indexes', () => {
  test('find the same documents, in an order that is right, as without them', () => {
    fc.assert(
      fc.property(cases.docs, cases.requests, (plain, requests) => {
        const docs: Doc[] = plain.map((doc, i) => ({ _id: i, ...doc }));
        const collection = store.collection(docs, INDEXES);
        for (const [filter, keys] of requests) {
          const expected = docs.filter(compileFilter(filter).test);
          const stats: Stats = { examined: 0 };
          const found = find(store.session, collection, { query: filter, sort: keys }, stats).map(({ doc }) => doc);
          expect(new Set(ids(found))).toEqual(new Set(ids(expected)));
          expect(found).toHaveLength(expected.length);
          expect(count(store.session, collection, filter, stats)).toBe(expected.length);
          if (keys.length > 0) expect(ids(sortDocs(found, keys, (doc) => doc))).toEqual(ids(found));
          const page = find(store.session, collection, { query: filter, sort: keys, skip: 1, limit: 3 }, stats);
          expect(ids(page.map(({ doc }) => doc))).toEqual(ids(found.slice(1, 4)));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('count without reading a document where the keys tell all, and only there', () => {
    const docs = [NaN, -1, 0, 1, 2, 'x', null, { y: 1 }].map((a, _id): Doc => ({ _id, a, b: _id % 2, c: { p: _id } }));
    const collection = store.collection(docs, INDEXES);
    const look = (query: Doc): [total: number, examined: number] => {
      const stats: Stats = { examined: 0 };
      const total = count(store.session, collection, query, stats);
      expect(total).toBe(docs.filter(compileFilter(query).test).length);
      return [total, stats.examined];
    };
    for (const [query, total] of [
      [{ a: { $lt: 2 } }, 3],
      [{ a: { $gte: -1, $lt: 1 } }, 2],
      [{ a: { $in: [1, 'x', null] } }, 3],
      [{ a: 1, b: { $gte: 0 } }, 1],
      [{ b: 1, 'c.p': { $gt: 3 } }, 2],
      [{ _id: { $gt: 2 } }, 5],
      [{ a: { $in: [] } }, 0],
      [{ a: { $gte: null } }, 1],
    ] as [Doc, number][])
      expect([query, look(query)]).toEqual([query, [total, 0]]);
    for (const query of [
      ...[{ a: NaN }, { a: /x/ }, { a: { $gt: 0 }, 'c.q': null }, { b: 1, d: 1 }, { a: { $ne: 1 } }],
      ...[{ a: { $lt: null } }, { a: { $gt: null } }],
    ])
      expect(look(query)[1]).toBeGreaterThan(0);
    expect(() => look({ a: 1, b: { $bogus: 1 } })).toThrow(/unknown operator/);
  });

  test('let different elements of an array meet different conditions', () => {
    const docs = [
      {
        _id: 1,
        a: [1, 9],
        b: 1,
        c: [
          { p: 1, q: 2 },
          { p: 3, q: 4 },
        ],
      },
      { _id: 2, a: [4], b: 1, c: [{ p: 1, q: 4 }] },
      { _id: 3, a: 9, b: 2, c: [] },
    ];
    const collection = store.collection(docs, INDEXES);
    const idsOf = (query: Doc): unknown[] =>
      ids(find(store.session, collection, { query }, { examined: 0 }).map(({ doc }) => doc)).sort();
    expect(idsOf({ a: { $gt: 3, $lt: 5 } })).toEqual([1, 2]);
    expect(idsOf({ a: { $gt: 8, $lte: 1 } })).toEqual([1]);
    expect(idsOf({ 'c.p': 1, 'c.q': 4 })).toEqual([1, 2]);
    expect(idsOf({ c: { $elemMatch: { p: 1, q: 4 } } })).toEqual([2]);
    expect(idsOf({ $and: [{ a: 1 }, { a: 9 }] })).toEqual([1]);
  });

  test('stay right after documents are changed and removed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(smallDoc, smallDoc, fc.boolean()), { maxLength: 8 }), query, (steps, filter) => {
        const collection = store.collection(
          steps.map(([doc], i) => ({ _id: i, ...doc })),
          INDEXES,
        );
        const left: Doc[] = [];
        steps.forEach(([, after, drop], i) => {
          const [found] = find(store.session, collection, { query: { _id: i } }, { examined: 0 });
          if (!found) throw new Error('lost');
          const next: Doc = { _id: i, ...after };
          store.sql.atomically(() => {
            if (drop) remove(store.session, collection, { query: { _id: i } }, { examined: 0 });
            else store.session.replace(collection, found, next);
          });
          if (!drop) left.push(next);
        });
        const found = find(store.session, collection, { query: filter }, { examined: 0 }).map(({ doc }) => doc);
        const byId = (docs: Doc[]): Doc[] => docs.sort((x, y) => compareValues(x._id, y._id));
        expect(byId(found)).toEqual(byId(left.filter(compileFilter(filter).test)));
      }),
      { numRuns: 150 },
    );
  });
});
