import { requestFailed } from '../../errors';
import { compareValues, equalValues, isPlain, type Doc } from '../../values/values';
import type { Operator } from './compile';
import { array, integer, isNullish, nullable, onNamed, onValues, text, typeName } from './helpers';

const arrayElemAt = nullable('$arrayElemAt', [2, 2], (list, at) => {
  const [elements, index] = [array('$arrayElemAt', list), integer('$arrayElemAt', at)];
  return elements.at(index);
});

function end(name: string, at: 0 | -1): Operator {
  return nullable(name, [1, 1], (list) => array(name, list).at(at));
}

/** From pairs `[k, v]`, or documents `{k, v}`. */
const arrayToObject = nullable('$arrayToObject', [1, 1], (list) => {
  const entries = array('$arrayToObject', list).map((entry): [unknown, unknown] => {
    if (Array.isArray(entry) && entry.length === 2) return entry as [unknown, unknown];
    if (isPlain(entry) && Object.keys(entry).length === 2 && 'k' in entry && 'v' in entry) return [entry.k, entry.v];
    throw requestFailed("$arrayToObject requires pairs, or objects with 'k' and 'v' and nothing else");
  });
  const result: Doc = {};
  for (const [key, value] of entries) {
    const name = text('$arrayToObject', key);
    if (name === '__proto__' || name.includes('\u0000')) throw requestFailed(`field name '${name}' is not allowed`);
    result[name] = value;
  }
  return result;
});

const isIn = onValues('$in', [2, 2], (value, list) => {
  if (!Array.isArray(list)) throw requestFailed(`$in requires an array as a second argument, found: ${typeName(list)}`);
  return value !== undefined && list.some((element) => equalValues(element, value));
});

const indexOfArray = onValues('$indexOfArray', [2, 4], (list, value, start = 0, stop = Infinity) => {
  if (isNullish(list)) return null;
  const elements = array('$indexOfArray', list);
  const from = integer('$indexOfArray', start, 0);
  const to = stop === Infinity ? elements.length : Math.min(integer('$indexOfArray', stop, 0), elements.length);
  for (let i = from; i < to; i += 1) if (value !== undefined && equalValues(elements[i], value)) return i;
  return -1;
});

/** `[list, n]` or `[list, position, n]`. */
const slice = nullable('$slice', [2, 3], (list, first, count) => {
  const elements = array('$slice', list);
  const a = integer('$slice', first);
  if (count === undefined) return a >= 0 ? elements.slice(0, a) : elements.slice(a);
  const from = a >= 0 ? a : Math.max(0, elements.length + a);
  return elements.slice(from, from + integer('$slice', count, 1));
});

const range = onValues('$range', [2, 3], (start, stop, by = 1) => {
  const [from, to, step] = [integer('$range', start), integer('$range', stop), integer('$range', by)];
  if (step === 0) throw requestFailed('$range requires a non-zero step value');
  const length = Math.max(0, Math.ceil((to - from) / step));
  // MongoDB stops at 64 MB of one expression's result.
  if (length > 4_000_000) throw requestFailed('$range would use too much memory');
  return Array.from({ length }, (_, i) => from + i * step);
});

const concatArrays = nullable('$concatArrays', [0, Infinity], (...lists) =>
  lists.flatMap((list) => array('$concatArrays', list)),
);

const zip: Operator = (operand, env) => {
  const literal = isPlain(operand) ? operand.useLongestLength : undefined;
  if (literal !== undefined && typeof literal !== 'boolean') throw requestFailed('useLongestLength must be a bool');
  const longest = literal === true;
  if (isPlain(operand) && 'defaults' in operand && !longest)
    throw requestFailed('cannot specify defaults unless useLongestLength is true');
  return onNamed('$zip', ['inputs'], ['useLongestLength', 'defaults'], ({ inputs, defaults }) => {
    const lists = array('$zip', inputs);
    if (lists.length === 0) throw requestFailed('$zip requires at least one input array');
    if (lists.some(isNullish)) return null;
    const rows = lists.map((list) => array('$zip', list));
    const fill = isNullish(defaults) ? [] : array('$zip', defaults);
    if (!isNullish(defaults) && fill.length !== rows.length)
      throw requestFailed('defaults and inputs must have the same length');
    const lengths = rows.map(({ length }) => length);
    const length = longest ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, i) => rows.map((row, j) => (i < row.length ? row[i] : (fill[j] ?? null))));
  })(operand, env);
};

/** `{input, n}`; the extreme ones leave out null and missing values. */
function several(name: string, pick: (elements: unknown[], n: number) => unknown[]): Operator {
  return onNamed(name, ['input', 'n'], [], ({ input, n }) => pick([...array(name, input)], integer(name, n, 1)));
}

const known = (elements: unknown[]): unknown[] => elements.filter((element) => !isNullish(element));

export const arrays: Readonly<Record<string, Operator>> = {
  $arrayElemAt: arrayElemAt,
  $arrayToObject: arrayToObject,
  $concatArrays: concatArrays,
  $first: end('$first', 0),
  $last: end('$last', -1),
  $firstN: several('$firstN', (elements, n) => elements.slice(0, n)),
  $lastN: several('$lastN', (elements, n) => elements.slice(-n)),
  $minN: several('$minN', (elements, n) => known(elements).sort(compareValues).slice(0, n)),
  $maxN: several('$maxN', (elements, n) =>
    known(elements)
      .sort((a, b) => compareValues(b, a))
      .slice(0, n),
  ),
  $in: isIn,
  $indexOfArray: indexOfArray,
  $isArray: onValues('$isArray', [1, 1], (value) => Array.isArray(value)),
  $range: range,
  $reverseArray: nullable('$reverseArray', [1, 1], (list) => [...array('$reverseArray', list)].reverse()),
  $size: onValues('$size', [1, 1], (list) => array('$size', list).length),
  $slice: slice,
  $zip: zip,
};
