import { requestFailed } from '../errors';
import { compileField } from '../query/filter';
import { isOperators } from '../query/value-tests';
import { isPlain, own, type Doc } from '../values/values';

/**
 * Replaces the `$` of an update path by the position of the first array element that met the query. Throws where the
 * query has no condition on that array, or only negations, which no element meets; and for a second `$`.
 */
export function resolvePosition(path: string, doc: Doc, query: Doc): string {
  const parts = path.split('.');
  const at = parts.indexOf('$');
  if (at < 0) return path;
  if (at === 0 || parts.indexOf('$', at + 1) > 0)
    throw requestFailed(`Too many or misplaced positional (i.e. '$') elements found in path '${path}'`);
  const prefix = parts.slice(0, at);
  const position = positionOf(doc, prefix, query);
  if (position === undefined)
    throw requestFailed('The positional operator did not find the match needed from the query.');
  return [...prefix, String(position), ...parts.slice(at + 1)].join('.');
}

/** The position of the first element of the array at `path` that met the query; undefined when there is none. */
export function positionOf(doc: Doc, path: readonly string[], query: Doc): number | undefined {
  const array = path.reduce<unknown>((value, key) => child(value, key), doc);
  return Array.isArray(array) ? positionIn(array, path.join('.'), query) : undefined;
}

function child(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? (value as unknown[])[Number(key)] : undefined;
  return isPlain(value) ? own(value, key) : undefined;
}

/** The last condition on the array decides, as in MongoDB. */
function positionIn(array: readonly unknown[], path: string, query: Doc): number | undefined {
  let position: number | undefined;
  for (const key of Object.keys(query)) {
    const condition = query[key];
    if ((key === '$and' || key === '$or') && Array.isArray(condition)) {
      for (const branch of condition) if (isPlain(branch)) position = positionIn(array, path, branch) ?? position;
    } else if (key === path || key.startsWith(`${path}.`)) {
      position = firstMatch(array, key.slice(path.length), condition) ?? position;
    }
  }
  return position;
}

function firstMatch(array: readonly unknown[], rest: string, condition: unknown): number | undefined {
  const conditions = isOperators(condition)
    ? Object.keys(condition)
        .filter((operator) => !['$ne', '$nin', '$not', '$options', '$size', '$exists'].includes(operator))
        .map((operator) => ({ [operator]: condition[operator], ...options(operator, condition) }))
    : [condition];
  let position: number | undefined;
  for (const one of conditions) {
    // One element at a time, in an array of its own: what the condition says of arrays stays true.
    const test = compileField(`element${rest}`, one, {});
    const found = array.findIndex((element) => test({ element: [element] }));
    if (found >= 0) position = found;
  }
  return position;
}

function options(operator: string, condition: Doc): Doc {
  return operator === '$regex' && '$options' in condition ? { $options: condition.$options } : {};
}
