import { requestFailed } from '../../errors';
import { compareValues, isPlain, type Doc } from '../../values/values';
import { compileFields } from '../group-fields';
import { allDocs } from '../sink';
import { compileExpression } from '../expression/registry';
import { rounderOf, type Rounder } from './granularity';
import { fieldsOf, type Stage } from './stage';

interface Valued {
  doc: Doc;
  value: unknown;
}

interface Bucket {
  min: unknown;
  max: unknown;
  docs: Doc[];
}

/**
 * Documents in order of a value, cut into buckets of about one size. Equal values are never apart; each bucket ends
 * where the next begins, and the last one includes its end. With a granularity the ends are numbers of its series.
 */
export const bucketAuto: Stage = (spec, env) => {
  const given = fieldsOf('$bucketAuto', spec, ['groupBy', 'buckets'], ['output', 'granularity']);
  const { groupBy, buckets, output = { count: { $sum: 1 } }, granularity } = given;
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets <= 0 || buckets >= 2 ** 31)
    throw requestFailed("The $bucketAuto 'buckets' field must be a positive 32-bit integer");
  if (!isPlain(output)) throw requestFailed("The $bucketAuto 'output' field must be an object");
  const rounder = granularity === undefined ? undefined : rounderOf(granularity);
  const key = compileExpression(groupBy, env.outer);
  const start = compileFields('$bucketAuto', output, env);
  return allDocs('$bucketAuto', env.memory, (docs) => {
    const sorted = docs
      .map((doc): Valued => ({ doc, value: key(doc) ?? null }))
      .sort((a, b) => compareValues(a.value, b.value));
    if (rounder) sorted.forEach(({ value }) => checkNumber(value));
    const cut = rounder ? cutRounded(sorted, buckets, rounder) : cutPlain(sorted, buckets);
    return cut.map(({ min, max, docs: members }) => {
      const fields = start();
      for (const doc of members) fields.add(doc);
      return { _id: { min, max }, ...fields.result() };
    });
  });
};

function checkNumber(value: unknown): void {
  if (typeof value !== 'number' || Number.isNaN(value) || value < 0)
    throw requestFailed('$bucketAuto can specify a granularity with non-negative numeric boundaries only');
}

function cutPlain(sorted: readonly Valued[], buckets: number): Bucket[] {
  const size = Math.max(1, Math.round(sorted.length / buckets));
  const result: Bucket[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = result.length === buckets - 1 ? sorted.length : Math.min(start + size, sorted.length);
    const same = (i: number): boolean => compareValues(sorted[i]?.value, sorted[i - 1]?.value) === 0;
    while (end < sorted.length && same(end)) end += 1;
    const next = sorted[end] ?? sorted.at(-1);
    const docs = sorted.slice(start, end).map(({ doc }) => doc);
    result.push({ min: sorted[start]?.value, max: next?.value, docs });
    start = end;
  }
  return result;
}

function cutRounded(sorted: readonly Valued[], buckets: number, rounder: Rounder): Bucket[] {
  const size = Math.max(1, Math.round(sorted.length / buckets));
  const valueAt = (i: number): number => sorted[i]?.value as number;
  const result: Bucket[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = result.length === buckets - 1 ? sorted.length : Math.min(start + size, sorted.length);
    let max = rounder.up(valueAt(end - 1));
    // What lies below the rounded end belongs here too.
    while (end < sorted.length && valueAt(end) < max) end += 1;
    while (max === 0 && end < sorted.length && valueAt(end) === 0) end += 1;
    // 0 cannot be rounded up: the bucket of zeros ends below the next value.
    if (max === 0 && end < sorted.length) max = rounder.down(valueAt(end));
    const min: unknown = result.at(-1)?.max ?? rounder.down(valueAt(start));
    result.push({ min, max, docs: sorted.slice(start, end).map(({ doc }) => doc) });
    start = end;
  }
  return result;
}
