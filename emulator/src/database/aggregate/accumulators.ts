import { requestFailed } from '../errors';
import { orderOf, parseSort, type Order } from '../query/sort';
import { compareValues, isPlain, type Doc } from '../values/values';
import type { Scope } from './expression/compile';
import { integer, isNullish, namedOperands } from './expression/helpers';
import { compileExpression, type Expression } from './expression/registry';
import { sharesOf, summaries } from './expression/statistics';
import { Distinct, Head, Merged, Pushed, Single, Tail } from './tallies/lists';
import { Count, Percentiles } from './tallies/numbers';
import { Bottom, Top, type Ranked } from './tallies/ranked';
import type { Several, Tally } from './tallies/tally';

/** An accumulator with its operand: what it takes of a document, and how it begins with a group or window. */
export interface Accumulate {
  read: (doc: Doc) => unknown;
  start: () => Tally;
}

/** Checks the operand of an accumulator. Throws DATABASE_REQUEST_FAILED. */
export type Accumulator = (operand: unknown, outer: Scope) => Accumulate;

/** Of the values of one expression. */
function ofValues(start: () => Tally): Accumulator {
  return (operand, outer) => ({ read: single(operand, outer), start });
}

function single(operand: unknown, outer: Scope): Expression {
  if (Array.isArray(operand) && operand.length !== 1)
    throw requestFailed('an accumulator is a unary operator: it takes one expression');
  return compileExpression(Array.isArray(operand) ? operand[0] : operand, outer);
}

/** How many; a constant here. */
function countOf(name: string, n: unknown, outer: Scope): number {
  return integer(name, compileExpression(n, outer)({}), 1);
}

/** `{input, n}`; missing values count as null. */
function several(name: string, start: (n: number) => Tally): Accumulator {
  return (operand, outer) => {
    const { input, n } = namedOperands(name, operand, ['input', 'n'], []);
    const [evaluate, most] = [compileExpression(input, outer), countOf(name, n, outer)];
    return { read: (doc) => evaluate(doc) ?? null, start: () => start(most) };
  };
}

/** `{input, n}` by the order of the values themselves. */
function byValue(name: string, compare: (a: unknown, b: unknown) => number): Accumulator {
  const make = several(name, (n) => new Top(compare, n));
  return (operand, outer) => {
    const { read, start } = make(operand, outer);
    const ranked = (value: unknown): Ranked<unknown> => (isNullish(value) ? undefined : { by: value, item: value });
    return { read: (doc) => ranked(read(doc)), start };
  };
}

type Rankings = (compare: Order['compare'], most: number) => Several;

/** `{sortBy, output}`, with `n` for the ones that give several. */
function byOrder(name: string, rank: Rankings): Accumulator {
  const one = !name.endsWith('N');
  return (operand, outer) => {
    const given = namedOperands(name, operand, ['sortBy', 'output', ...(one ? [] : ['n'])], []);
    const { valuesOf, compare } = sortOrder(name, given.sortBy);
    const output = compileExpression(given.output, outer);
    const n = one ? 1 : countOf(name, given.n, outer);
    return {
      read: (doc) => ({ by: valuesOf(doc), item: output(doc) ?? null }),
      start: () => (one ? new Single(rank(compare, n)) : rank(compare, n)),
    };
  };
}

function sortOrder(name: string, sortBy: unknown): Order {
  if (!isPlain(sortBy) || Object.keys(sortBy).length === 0)
    throw requestFailed(`${name} requires a 'sortBy' that is a document`);
  return orderOf(parseSort(sortBy));
}

function shares(name: '$percentile' | '$median'): Accumulator {
  return (operand, outer) => {
    const isMedian = name === '$median';
    const given = namedOperands(name, operand, ['input', 'method', ...(isMedian ? [] : ['p'])], []);
    const wanted = sharesOf(name, given);
    const start = (): Percentiles => new Percentiles(name, wanted);
    const read = compileExpression(given.input, outer);
    return { read, start: isMedian ? () => new Single(start()) : start };
  };
}

const count: Accumulator = (operand) => {
  if (!isPlain(operand) || Object.keys(operand).length > 0) throw requestFailed('$count takes no arguments: use {}');
  return { read: () => undefined, start: () => new Count() };
};

const top: Rankings = (compare, most) => new Top(compare, most);
const bottom: Rankings = (compare, most) => new Bottom(compare, most);

/** What `$group`, `$bucket` and `$bucketAuto` take; windows take them too. */
export const ACCUMULATORS: ReadonlyMap<string, Accumulator> = new Map<string, Accumulator>([
  ...Object.entries(summaries).map(([name, start]): [string, Accumulator] => [name, ofValues(start)]),
  ['$first', ofValues(() => new Single(new Head(1)))],
  ['$last', ofValues(() => new Single(new Tail(1)))],
  ['$push', ofValues(() => new Pushed())],
  ['$addToSet', ofValues(() => new Distinct())],
  ['$mergeObjects', ofValues(() => new Merged())],
  ['$count', count],
  ['$firstN', several('$firstN', (n) => new Head(n))],
  ['$lastN', several('$lastN', (n) => new Tail(n))],
  ['$minN', byValue('$minN', compareValues)],
  ['$maxN', byValue('$maxN', (a, b) => compareValues(b, a))],
  ['$top', byOrder('$top', top)],
  ['$topN', byOrder('$topN', top)],
  ['$bottom', byOrder('$bottom', bottom)],
  ['$bottomN', byOrder('$bottomN', bottom)],
  ['$percentile', shares('$percentile')],
  ['$median', shares('$median')],
]);
