import fc from 'fast-check';
import { changesBetween } from '../../../src/console/changes';

type Doc = Record<string, unknown>;

test('equal documents need no change, and _id is never one', () => {
  expect(changesBetween({ _id: 'a', x: { y: [1] } }, { _id: 'b', x: { y: [1] } })).toBeUndefined();
});

test('only the field that differs is written, however deep', () => {
  expect(changesBetween({ a: { b: { c: 1, d: 2 } }, e: 3 }, { a: { b: { c: 9, d: 2 } }, e: 3 })).toEqual({
    $set: { 'a.b.c': 9 },
  });
});

test('a field taken out is removed, an array and a tagged value are replaced whole', () => {
  const before = { gone: null, list: [1, { a: 1 }], at: { $date: { $numberLong: '1' } } };
  const after = { list: [1, { a: 2 }], at: { $date: { $numberLong: '2' } } };
  expect(changesBetween(before, after)).toEqual({
    $set: { list: [1, { a: 2 }], at: { $date: { $numberLong: '2' } } },
    $unset: { gone: '' },
  });
});

/** Applies `$set` and `$unset` by path, as the database does. */
function applied(doc: Doc, changes: ReturnType<typeof changesBetween>): Doc {
  const result = structuredClone(doc);
  const at = (path: string, change: (holder: Doc, key: string) => void): void => {
    const keys = path.split('.');
    const last = keys.pop()!;
    change(
      keys.reduce((holder, key) => holder[key] as Doc, result),
      last,
    );
  };
  for (const [path, value] of Object.entries(changes?.$set ?? {})) at(path, (holder, key) => (holder[key] = value));
  for (const path of Object.keys(changes?.$unset ?? {})) at(path, (holder, key) => delete holder[key]);
  return result;
}

test('any document becomes any other by its changes', () => {
  const { value } = fc.letrec<{ value: unknown; object: Doc }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.constant(null), fc.array(fc.integer()), tie('object')),
    object: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value')),
  }));
  const document = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value);
  fc.assert(
    fc.property(document, document, (before, after) => {
      expect(applied(before, changesBetween(before, after))).toEqual(after);
    }),
  );
});
