import { requestFailed } from '../../errors';
import { encodeValue } from '../../values/keys';
import { compareValues, isPlain, type Doc } from '../../values/values';
import { compileFields } from '../accumulators';
import { compileExpression } from '../expression/registry';
import { valueAt } from '../expression/compile';
import { fieldsOf, nameOf, type Stage } from './stage';

/** Documents by a value; a missing one counts as null. Groups come in the order of their first documents. */
export function groupBy(docs: readonly Doc[], valueOf: (doc: Doc) => unknown): { value: unknown; docs: Doc[] }[] {
  const groups = new Map<string, { value: unknown; docs: Doc[] }>();
  for (const doc of docs) {
    const value = valueOf(doc) ?? null;
    const key = encodeValue(value).toString('latin1');
    const group = groups.get(key);
    if (group) group.docs.push(doc);
    else groups.set(key, { value, docs: [doc] });
  }
  return [...groups.values()];
}

const group: Stage = (spec, { outer }) => {
  if (!isPlain(spec)) throw requestFailed("a group's fields must be specified in an object");
  if (!('_id' in spec)) throw requestFailed('a group specification must include an _id');
  const { _id: id, ...fields } = spec;
  const key = compileExpression(id, outer);
  const accumulate = compileFields('$group', fields, outer);
  return (docs) => groupBy(docs, key).map(({ value, docs: members }) => ({ _id: value, ...accumulate(members) }));
};

const sortByCount: Stage = (expression, { outer }) => {
  if (isPlain(expression) ? !Object.keys(expression)[0]?.startsWith('$') : !String(expression).startsWith('$'))
    throw requestFailed('the sortByCount field must be specified as a $-prefixed path or an expression in an object');
  const key = compileExpression(expression, outer);
  return (docs) =>
    groupBy(docs, key)
      .map(({ value, docs: members }): Doc => ({ _id: value, count: members.length }))
      .sort((a, b) => (b.count as number) - (a.count as number));
};

const COUNT = { count: { $sum: 1 } };

/** A value in no bucket is an error unless there is a default. */
const bucket: Stage = (spec, { outer }) => {
  const given = fieldsOf('$bucket', spec, ['groupBy', 'boundaries'], ['default', 'output']);
  const { groupBy: by, boundaries, default: fallback, output = COUNT } = given;
  if (!isPlain(output)) throw requestFailed("the $bucket 'output' field must be an object");
  if (!Array.isArray(boundaries)) throw requestFailed("the $bucket 'boundaries' field must be an array");
  const bounds = boundaries.map((bound: unknown) => compileExpression(bound, outer)({}));
  if (bounds.length < 2 || !bounds.every((bound, i) => i === 0 || compareValues(bounds[i - 1], bound) < 0))
    throw requestFailed("The 'boundaries' option to $bucket must be at least two values in ascending order");
  const hasDefault = 'default' in given;
  const other = compileExpression(fallback, outer)({});
  if (hasDefault && compareValues(other, bounds[0]) >= 0 && compareValues(other, bounds.at(-1)) < 0)
    throw requestFailed("The $bucket 'default' field must be less than the lowest boundary or above the highest.");
  const key = compileExpression(by, outer);
  const accumulate = compileFields('$bucket', output, outer);
  const bucketOf = (doc: Doc): unknown => {
    const value = key(doc);
    const above = bounds.findIndex((bound) => compareValues(value, bound) < 0);
    if (above > 0 && value !== undefined) return bounds[above - 1];
    if (!hasDefault) throw requestFailed('$bucket could not find a matching bucket for an input, and no default');
    return other;
  };
  return (docs) =>
    groupBy(docs, bucketOf)
      .sort((a, b) => compareValues(a.value, b.value))
      .map(({ value, docs: members }) => ({ _id: value, ...accumulate(members) }));
};

const unwind: Stage = (operand) => {
  const full = typeof operand === 'string' ? { path: operand } : operand;
  const given = fieldsOf('$unwind', full, ['path'], ['includeArrayIndex', 'preserveNullAndEmptyArrays']);
  const { path, includeArrayIndex, preserveNullAndEmptyArrays: preserve = false } = given;
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2)
    throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${String(path)}`);
  if (typeof preserve !== 'boolean') throw requestFailed('preserveNullAndEmptyArrays must be a boolean');
  const keys = nameOf('$unwind', 'path', path.slice(1)).split('.');
  const index = includeArrayIndex === undefined ? undefined : nameOf('$unwind', 'includeArrayIndex', includeArrayIndex);
  return (docs) =>
    docs.flatMap((doc) => {
      const value = isReached(doc, keys) ? valueAt(doc, keys) : undefined;
      const put = (element: unknown, at: number | null): Doc => {
        const changed = element === undefined ? without(doc, keys) : withField(doc, keys, element);
        return index === undefined ? changed : withField(changed, index.split('.'), at);
      };
      if (Array.isArray(value) && value.length > 0) return value.map((element: unknown, i) => put(element, i));
      if (!Array.isArray(value) && value !== undefined && value !== null) return [put(value, null)];
      // An empty array leaves no field behind; null stays.
      return preserve ? [put(value === null ? null : undefined, null)] : [];
    });
};

/** False where the path runs through an array: there is nothing to unwind there. */
function isReached(value: unknown, keys: readonly string[]): boolean {
  return keys.every((_, i) => i === 0 || !Array.isArray(valueAt(value, keys.slice(0, i))));
}

/** A document with a field set at a path; what it shares with the one given is not changed. */
export function withField(doc: Doc, [first = '', ...rest]: readonly string[], value: unknown): Doc {
  const inner = doc[first];
  return { ...doc, [first]: rest.length > 0 ? withField(isPlain(inner) ? inner : {}, rest, value) : value };
}

function without(doc: Doc, [first = '', ...rest]: readonly string[]): Doc {
  const inner = doc[first];
  if (rest.length > 0) return isPlain(inner) ? { ...doc, [first]: without(inner, rest) } : doc;
  return Object.fromEntries(Object.entries(doc).filter(([key]) => key !== first));
}

export const groupStages: Readonly<Record<string, Stage>> = {
  $group: group,
  $sortByCount: sortByCount,
  $bucket: bucket,
  $unwind: unwind,
};
