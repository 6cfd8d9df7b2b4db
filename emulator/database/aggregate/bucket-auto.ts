import { evaluate } from './expressions';
import { groupFields } from './group';
import { compareValues, isPlain, type Doc } from '../values';

/**
 * `$bucketAuto` without `granularity`: documents in order of a value, cut into buckets of about one size, equal values
 * never apart. Each bucket ends where the next begins; the last one includes its end.
 */
export function bucketAuto(docs: readonly Doc[], spec: unknown, accumulate: (group: Doc[], fields: Doc) => Doc): Doc[] {
  if (!isPlain(spec)) throw new Error('The argument to $bucketAuto must be an object');
  const { groupBy, buckets, output = { count: { $sum: 1 } }, ...rest } = spec;
  const other = Object.keys(rest)[0];
  if (other) throw new Error(`$bucketAuto: '${other}' is not supported`);
  if (groupBy === undefined) throw new Error("$bucketAuto requires 'groupBy' and 'buckets' to be specified");
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets <= 0 || buckets >= 2 ** 31)
    throw new Error("The $bucketAuto 'buckets' field must be greater than 0");
  if (!isPlain(output)) throw new Error("The $bucketAuto 'output' field must be an object");
  const fields = groupFields(output, '$bucketAuto');
  const sorted = docs
    .map((doc) => ({ doc, value: evaluate(doc, groupBy) ?? null }))
    .sort((a, b) => compareValues(a.value, b.value));
  const size = Math.max(1, Math.round(sorted.length / buckets));
  const result: Doc[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = result.length === buckets - 1 ? sorted.length : Math.min(start + size, sorted.length);
    const same = (i: number): boolean => compareValues(sorted[i]?.value, sorted[i - 1]?.value) === 0;
    while (end < sorted.length && same(end)) end += 1;
    const next = sorted[end] ?? sorted.at(-1);
    const group = sorted.slice(start, end).map(({ doc }) => doc);
    result.push({ _id: { min: sorted[start]?.value, max: next?.value }, ...accumulate(group, fields) });
    start = end;
  }
  return result;
}
