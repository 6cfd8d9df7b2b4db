import { Decimal128 } from 'bson';
import fc from 'fast-check';
import { Collector, pour } from '../../../src/database/aggregate/sink';
import { STAGES } from '../../../src/database/aggregate/stages/registry';
import type { StageEnv } from '../../../src/database/aggregate/stages/stage';
import { compareValues, type Doc } from '../../../src/database/values/values';

/** Stages run on their own; none of these asks for a collection. */
const env = { outer: {}, most: Infinity } as unknown as StageEnv;

function run(operator: string, operand: unknown, docs: Iterable<Doc>): Doc[] {
  const result = new Collector();
  pour(docs, STAGES.get(operator)!(operand, env)(result));
  return result.docs;
}

const key = fc.constantFrom(undefined, null, 0, -0, 1, Decimal128.fromString('1.0'), NaN, '1', '', true, [1], { a: 1 });
const value = fc.constantFrom(undefined, null, -2, 0, 0.5, 1, 3, 7, 'x', '', false, [2], { b: 2 });
const documents = fc.array(
  fc.record({ k: key, v: value }).map(({ k, v }): Doc => ({
    ...(k === undefined ? {} : { k }),
    ...(v === undefined ? {} : { v }),
  })),
  { maxLength: 40 },
);

/** Groups as the manual describes them: all documents of a group side by side, and each accumulator over them. */
function model(docs: Doc[]): Doc[] {
  const groups: { value: unknown; docs: Doc[] }[] = [];
  for (const doc of docs) {
    const same = groups.find(({ value: other }) => compareValues(other, doc.k ?? null) === 0);
    if (same) same.docs.push(doc);
    else groups.push({ value: doc.k ?? null, docs: [doc] });
  }
  return groups.map(({ value: of, docs: members }) => {
    const values = members.map(({ v }) => v);
    const present = values.filter((v) => v !== undefined);
    const known = present.filter((v) => v !== null).sort(compareValues);
    const numbers = present.filter((v) => typeof v === 'number');
    const sum = numbers.reduce((total, n) => total + n, 0);
    const mean = sum / numbers.length;
    const squares = numbers.reduce((total, n) => total + (n - mean) ** 2, 0);
    const orNull = values.map((v) => v ?? null);
    return {
      ...{ _id: of, count: members.length, sum, avg: numbers.length === 0 ? null : mean },
      ...{ min: known[0] ?? null, max: known.at(-1) ?? null, first: orNull[0], last: orNull.at(-1), push: present },
      set: present.filter((v, i) => present.findIndex((other) => compareValues(v, other) === 0) === i),
      ...{ pop: numbers.length < 1 ? null : Math.sqrt(squares / numbers.length) },
      ...{ samp: numbers.length < 2 ? null : Math.sqrt(squares / (numbers.length - 1)) },
      ...{ firstN: orNull.slice(0, 2), lastN: orNull.slice(-2), minN: known.slice(0, 2) },
      topN: [...members]
        .sort((a, b) => compareValues(a.v, b.v))
        .slice(0, 2)
        .map(({ i }) => i),
      bottomN: [...members]
        .sort((a, b) => compareValues(a.v, b.v))
        .slice(-2)
        .map(({ i }) => i),
    };
  });
}

const input = '$v';
const rank = { n: 2, sortBy: { v: 1 }, output: '$i' };
const spec = {
  ...{ _id: '$k', count: { $count: {} }, sum: { $sum: '$v' }, avg: { $avg: '$v' }, min: { $min: '$v' } },
  ...{ max: { $max: '$v' }, first: { $first: '$v' }, last: { $last: '$v' }, push: { $push: '$v' } },
  ...{ set: { $addToSet: '$v' }, pop: { $stdDevPop: '$v' }, samp: { $stdDevSamp: '$v' } },
  ...{ firstN: { $firstN: { input, n: 2 } }, lastN: { $lastN: { input, n: 2 } }, minN: { $minN: { input, n: 2 } } },
  ...{ topN: { $topN: rank }, bottomN: { $bottomN: rank } },
};

/** Deviations are counted up in one pass here, so that their last digits differ. */
const rounded = (docs: Doc[]): Doc[] =>
  docs.map((doc) => ({
    ...doc,
    ...Object.fromEntries(['pop', 'samp'].map((name) => [name, Math.round((doc[name] as number) * 1e9)])),
  }));

test('groups that are counted up one document at a time are those of all documents side by side', () => {
  fc.assert(
    fc.property(documents, (docs) => {
      // Arrays and documents have an order of their own in a sort; the model sorts by whole values.
      const plain = docs.filter(({ v }) => !Array.isArray(v)).map((doc, i) => ({ ...doc, i }));
      expect(rounded(run('$group', spec, plain))).toEqual(rounded(model(plain)));
    }),
  );
});

test('what a window holds is counted on as it grows, and counted anew where it slides', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: -3, max: 0 }), fc.integer({ min: 0, max: 3 }), (docs, from, to) => {
      const numbered = docs.map((doc, i) => ({ ...doc, i }));
      const output = (documentsOf: unknown[]): Doc => ({ pushed: { $push: '$i', window: { documents: documentsOf } } });
      const pushed = (documentsOf: unknown[]): unknown[] =>
        run('$setWindowFields', { sortBy: { i: 1 }, output: output(documentsOf) }, numbered).map((doc) => doc.pushed);
      const all = numbered.map(({ i }) => i);
      expect(pushed(['unbounded', 'current'])).toEqual(all.map((i) => all.slice(0, i + 1)));
      expect(pushed([from, to])).toEqual(all.map((i) => all.slice(Math.max(0, i + from), i + to + 1)));
    }),
    { numRuns: 30 },
  );
});

describe('documents pass one by one', () => {
  /** Documents without end, of which it is known how many were asked for. */
  function* endless(asked: { for: number }): Generator<Doc> {
    for (let i = 0; ; i += 1) {
      asked.for += 1;
      yield { i, list: [i, i] };
    }
  }

  test.each([
    ['$limit', 3, 3],
    ['$facet', { a: [{ $limit: 2 }], b: [{ $project: { i: 1 } }, { $limit: 5 }] }, 5],
  ])('%s asks for no more than is wanted', (operator, operand, most) => {
    const asked = { for: 0 };
    const compile =
      (stages: readonly [string, unknown][]): ReturnType<StageEnv['compile']> =>
      (next) =>
        stages.reduceRight((into, [name, of]) => STAGES.get(name)!(of, env)(into), next);
    const specs = (pipeline: unknown) =>
      (pipeline as Doc[]).map((stage): [string, unknown] => Object.entries(stage)[0]!);
    const result = new Collector();
    pour(endless(asked), STAGES.get(operator)!(operand, { ...env, compile, specs })(result));
    expect(asked.for).toBe(most);
  });
});
