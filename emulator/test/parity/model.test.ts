import fc from 'fast-check';
import { compileFilter } from '../../src/database/query/filter';
import { sortDocs } from '../../src/database/query/sort';
import { compileUpdate } from '../../src/database/update/update';
import { matches } from './model/match';
import { sort } from './model/sort';
import { Refused, update } from './model/update';
import type { Doc, Value } from './model/values';

/** The engine against a model written from the manual alone: thousands of random documents, queries and updates. */

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -1, max: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom('', 'a', 'ab', '中', '😀') },
  { weight: 2, arbitrary: fc.constantFrom<Value>(null, true, false, new Date(0), new Date(1)) },
);
const name = fc.constantFrom('a', 'b', 'c');
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(name, tie('value'), { maxKeys: 2, noNullPrototype: true }) },
  ),
}));
const doc = fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true }) as fc.Arbitrary<Doc>;
const path = fc.constantFrom('a', 'b', 'c', 'a.b', 'a.a', 'b.c', 'a.b.c');

const comparison = fc
  .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), value)
  .map(([operator, operand]): Doc => ({ [operator]: operand }));
const values = fc.array(value, { maxLength: 3 });
const condition: fc.Arbitrary<Value> = fc.oneof(
  value,
  comparison,
  fc.tuple(comparison, comparison).map(([a, b]): Doc => ({ ...a, ...b })),
  comparison.map(($not): Doc => ({ $not })),
  values.map(($in): Doc => ({ $in })),
  values.map(($nin): Doc => ({ $nin })),
  values.map(($all): Doc => ({ $all })),
  fc.boolean().map(($exists): Doc => ({ $exists })),
  fc.nat(3).map(($size): Doc => ({ $size })),
  comparison.map(($elemMatch): Doc => ({ $elemMatch })),
  fc
    .dictionary(name, fc.oneof(value, comparison), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
    .map(($elemMatch): Doc => ({ $elemMatch: $elemMatch })),
);
const fields = fc.dictionary(path, condition, { minKeys: 1, maxKeys: 2, noNullPrototype: true }) as fc.Arbitrary<Doc>;
const query: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 6, arbitrary: fields },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(fields, { minLength: 1, maxLength: 2 }))
      .map(([operator, branches]): Doc => ({ [operator]: branches })),
  },
);

jest.setTimeout(60_000);

test('finds what the model finds', () => {
  fc.assert(
    fc.property(fc.array(doc, { minLength: 1, maxLength: 6 }), query, (docs, filter) => {
      const { test: engine } = compileFilter(filter);
      for (const one of docs) expect([one, engine(one)]).toEqual([one, matches(one, filter)]);
    }),
    { numRuns: 3000 },
  );
});

test('sorts as the model sorts', () => {
  const keys = fc.array(fc.tuple(path, fc.constantFrom<1 | -1>(1, -1)), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(doc, { maxLength: 6 }), keys, (docs, by) => {
      const numbered = docs.map((one, n) => ({ ...one, n }));
      expect(sortDocs([...numbered], by, (one) => one).map(({ n }) => n)).toEqual(sort(numbered, by).map(({ n }) => n));
    }),
    { numRuns: 2000 },
  );
});

test('updates as the model updates, and refuses what it refuses', () => {
  const step = fc.oneof(
    fc.tuple(fc.constantFrom('$set', '$min', '$max', '$push', '$addToSet'), path, value),
    fc.tuple(fc.constantFrom('$inc', '$mul'), path, fc.integer({ min: -2, max: 2 })),
    fc.tuple(fc.constant('$unset'), path, fc.constant('')),
    fc.tuple(fc.constant('$pop'), path, fc.constantFrom(1, -1)),
    fc.tuple(fc.constant('$pull'), path, scalar),
  ) as fc.Arbitrary<[string, string, Value]>;
  const attempt = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      if (error instanceof Refused || (error as { code?: string }).code === 'DATABASE_REQUEST_FAILED') return 'refused';
      throw error;
    }
  };
  fc.assert(
    fc.property(doc, step, (before, [operator, at, operand]) => {
      // Arrays on the way have rules of their own, which the cases state.
      fc.pre(
        !at
          .split('.')
          .slice(0, -1)
          .some((_, i, keys) => Array.isArray(walk(before, keys.slice(0, i + 1)))),
      );
      const engine = attempt(() => compileUpdate({ [operator]: { [at]: operand } }, 0).apply(before));
      expect(engine).toEqual(attempt(() => update(before, operator, at, operand)));
    }),
    { numRuns: 3000 },
  );
});

function walk(from: Value, keys: string[]): Value {
  return keys.reduce<Value>((at, key) => (at as Doc | null | undefined)?.[key], from);
}
