import fc from 'fast-check';
import { First } from '../../../src/database/query/first';
import { orderOf, sortDocs, type SortKey } from '../../../src/database/query/sort';

/** Few values, so that there are many equals, of several types. */
const value = fc.constantFrom(null, 0, 1, 2, 'a', 'b', true, [2, 0]);
const documents = fc.array(fc.record({ a: value, b: value }), { maxLength: 700, size: 'max' });
/** Streams so long take minutes to shrink; a failure shows itself as well unshrunk. */
const options = { numRuns: 40, endOnFailure: true };
const keys = fc.constantFrom<SortKey[]>(
  [['a', 1]],
  [['b', -1]],
  [
    ['a', -1],
    ['b', 1],
  ],
);

test('the first few of a sorted stream are those of all of it sorted, equals in the order they came in', () => {
  fc.assert(
    fc.property(documents, keys, fc.nat({ max: 60 }), (docs, order, most) => {
      const numbered = docs.map((doc, n) => ({ ...doc, n }));
      const all = sortDocs(numbered, order, (doc) => doc).map(({ n }) => n);
      const { valuesOf, compare } = orderOf(order);
      const first = new First<unknown[], number>(compare, most);
      for (const doc of numbered) first.add(valuesOf(doc), doc.n);
      expect(first.result()).toEqual(all.slice(0, most));
    }),
    options,
  );
});

test('equals stay in the order they came in, and nothing is lost', () => {
  fc.assert(
    fc.property(documents, keys, (docs, order) => {
      const numbered = docs.map((doc, n) => ({ ...doc, n }));
      const sorted = sortDocs(numbered, order, (doc) => doc);
      expect(sorted.map(({ n }) => n).sort((one, other) => one - other)).toEqual(numbered.map(({ n }) => n));
      for (const [at, { a, b, n }] of sorted.entries()) {
        const next = sorted[at + 1];
        if (next && JSON.stringify([a, b]) === JSON.stringify([next.a, next.b])) expect(n).toBeLessThan(next.n);
      }
    }),
    options,
  );
});
