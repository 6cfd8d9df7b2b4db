import { $push as pushAll, $stdDevSamp as deviation } from 'mingo/operators/accumulator';
import type { Options } from 'mingo/types';
import { isPlain, type Doc } from '../values';

type Accumulator = (group: unknown[], operand: unknown, options: Options) => unknown;

/** The operand's value on each document of a group; inside an object a missing value stays missing. */
function valuesOf(group: unknown[], operand: unknown, options: Options): unknown[] {
  return (pushAll(group, { value: operand }, options) as Doc[]).map(({ value }) => value);
}

/** `$push`: missing values are left out, null is kept; mingo makes null of both. */
const push: Accumulator = (group, operand, options) =>
  valuesOf(group, operand, options).filter((value) => value !== undefined);

/** `$mergeObjects` over a group, which mingo only has as an expression of arrays. */
const merge: Accumulator = (group, operand, options) => {
  const result: Doc = {};
  for (const value of valuesOf(group, operand, options)) {
    if (value === null || value === undefined) continue;
    if (!isPlain(value)) throw new Error('$mergeObjects requires object inputs');
    Object.assign(result, value);
  }
  return result;
};

/** Of fewer than two numbers there is no sample deviation; mingo says NaN. */
const sample: Accumulator = (group, operand, options) => {
  const result = deviation(group as Doc[], operand, options);
  return Number.isNaN(result) ? null : result;
};

/** Accumulators under names of our own, so that mingo does not take them for the expressions of the same name. */
export const groupAccumulators: Record<string, Accumulator> = {
  $groupPush: push,
  $groupMerge: merge,
  $groupSample: sample,
};

const RENAMED: Readonly<Record<string, string>> = {
  $push: '$groupPush',
  $mergeObjects: '$groupMerge',
  $stdDevSamp: '$groupSample',
};

/** What `$group`, `$bucket` and `$bucketAuto` take. */
const ACCUMULATORS = new Set(
  (
    '$sum $avg $min $max $push $addToSet $first $last $stdDevPop $stdDevSamp $mergeObjects $count ' +
    '$firstN $lastN $minN $maxN $top $topN $bottom $bottomN $median $percentile'
  ).split(' '),
);

/** Checks the fields of a group and gives them to the accumulators above. */
export function groupFields(fields: Doc, stage: string): Doc {
  const result: Doc = {};
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    const operators = isPlain(field) ? Object.keys(field) : [];
    const [operator] = operators;
    if (!isPlain(field) || operator === undefined || operators.length !== 1 || name.includes('.'))
      throw new Error(`The field '${name}' in ${stage} must be an accumulator object`);
    if (!ACCUMULATORS.has(operator)) throw new Error(`unknown group operator '${operator}'`);
    result[name] = { [RENAMED[operator] ?? operator]: field[operator] };
  }
  return result;
}

/** `$group`, checked. Documents whose key is missing belong to the group of null. */
export function checkedGroup(spec: unknown): Doc {
  if (!isPlain(spec)) throw new Error("a group's fields must be specified in an object");
  if (!('_id' in spec)) throw new Error('a group specification must include an _id');
  const { _id: id, ...fields } = spec;
  const computed = typeof id === 'string' || (isPlain(id) && Object.keys(id)[0]?.startsWith('$'));
  return { $group: { _id: computed ? { $ifNull: [id, null] } : id, ...groupFields(fields, '$group') } };
}
