import { requestFailed } from '../errors';
import { parseSort, sortDocs, type SortKey } from '../query/sort';
import { compareValues, equalValues, isPlain, type Doc } from '../values/values';
import type { Scope } from './expression/compile';
import { integer, isNullish, namedOperands } from './expression/helpers';
import { merged } from './expression/objects';
import { compileExpression, type Expression } from './expression/registry';
import { percentile, sharesOf, summaries } from './expression/statistics';

/** What an accumulator makes of the documents of a group or window, in their order. */
export type Accumulate = (docs: readonly Doc[]) => unknown;

/** Checks the operand of an accumulator. Throws DATABASE_REQUEST_FAILED. */
export type Accumulator = (operand: unknown, outer: Scope) => Accumulate;

/** Of the values of one expression. */
function ofValues(summary: (values: unknown[]) => unknown): Accumulator {
  return (operand, outer) => {
    const evaluate = single(operand, outer);
    return (docs) => summary(docs.map((doc) => evaluate(doc)));
  };
}

function single(operand: unknown, outer: Scope): Expression {
  if (Array.isArray(operand) && operand.length !== 1)
    throw requestFailed('an accumulator is a unary operator: it takes one expression');
  return compileExpression(Array.isArray(operand) ? operand[0] : operand, outer);
}

function present(values: readonly unknown[]): unknown[] {
  return values.filter((value) => value !== undefined);
}

function distinct(values: readonly unknown[]): unknown[] {
  const result: unknown[] = [];
  for (const value of present(values)) if (!result.some((other) => equalValues(other, value))) result.push(value);
  return result;
}

/** How many; a constant here. */
function countOf(name: string, n: unknown, outer: Scope): number {
  return integer(name, compileExpression(n, outer)({}), 1);
}

/** `{input, n}` */
function several(name: string, pick: (values: unknown[], n: number) => unknown[]): Accumulator {
  return (operand, outer) => {
    const { input, n } = namedOperands(name, operand, ['input', 'n'], []);
    const [evaluate, count] = [compileExpression(input, outer), countOf(name, n, outer)];
    return (docs) =>
      pick(
        docs.map((doc) => evaluate(doc) ?? null),
        count,
      );
  };
}

const known = (values: readonly unknown[]): unknown[] => values.filter((value) => !isNullish(value));

/** `{sortBy, output}`, with `n` for the ones that give several. */
function byOrder(name: string, pick: (sorted: Doc[], n: number) => Doc[]): Accumulator {
  const one = !name.endsWith('N');
  return (operand, outer) => {
    const given = namedOperands(name, operand, ['sortBy', 'output', ...(one ? [] : ['n'])], []);
    const keys = sortKeys(name, given.sortBy);
    const output = compileExpression(given.output, outer);
    const n = one ? 1 : countOf(name, given.n, outer);
    return (docs) => {
      const chosen = pick(
        sortDocs(docs, keys, (doc) => doc),
        n,
      ).map((doc) => output(doc) ?? null);
      return one ? chosen[0] : chosen;
    };
  };
}

function sortKeys(name: string, sortBy: unknown): SortKey[] {
  if (!isPlain(sortBy) || Object.keys(sortBy).length === 0)
    throw requestFailed(`${name} requires a 'sortBy' that is a document`);
  return parseSort(sortBy);
}

function shares(name: '$percentile' | '$median'): Accumulator {
  return (operand, outer) => {
    const isMedian = name === '$median';
    const given = namedOperands(name, operand, ['input', 'method', ...(isMedian ? [] : ['p'])], []);
    const wanted = sharesOf(name, given);
    const evaluate = compileExpression(given.input, outer);
    return (docs) => {
      const values = docs.map((doc) => evaluate(doc));
      const results = wanted.map((share) => percentile(name, values, share));
      return isMedian ? results[0] : results;
    };
  };
}

const count: Accumulator = (operand) => {
  if (!isPlain(operand) || Object.keys(operand).length > 0) throw requestFailed('$count takes no arguments: use {}');
  return (docs) => docs.length;
};

/** What `$group`, `$bucket` and `$bucketAuto` take; windows take them too. */
export const ACCUMULATORS: ReadonlyMap<string, Accumulator> = new Map<string, Accumulator>([
  ...Object.entries(summaries).map(([name, summary]): [string, Accumulator] => [name, ofValues(summary)]),
  ['$first', ofValues((values) => values[0])],
  ['$last', ofValues((values) => values.at(-1))],
  ['$push', ofValues(present)],
  ['$addToSet', ofValues(distinct)],
  ['$mergeObjects', ofValues(merged)],
  ['$count', count],
  ['$firstN', several('$firstN', (values, n) => values.slice(0, n))],
  ['$lastN', several('$lastN', (values, n) => values.slice(-n))],
  ['$minN', several('$minN', (values, n) => known(values).sort(compareValues).slice(0, n))],
  [
    '$maxN',
    several('$maxN', (values, n) =>
      known(values)
        .sort((a, b) => compareValues(b, a))
        .slice(0, n),
    ),
  ],
  ['$top', byOrder('$top', (sorted) => sorted.slice(0, 1))],
  ['$topN', byOrder('$topN', (sorted, n) => sorted.slice(0, n))],
  ['$bottom', byOrder('$bottom', (sorted) => sorted.slice(-1))],
  ['$bottomN', byOrder('$bottomN', (sorted, n) => sorted.slice(-n))],
  ['$percentile', shares('$percentile')],
  ['$median', shares('$median')],
]);

/** Compiles the computed fields of a group: `{name: {$accumulator: operand}}`. */
export function compileFields(stage: string, fields: Doc, outer: Scope): (docs: readonly Doc[]) => Doc {
  const parts = Object.keys(fields).map((name): [string, Accumulate] => {
    const field = fields[name];
    const [operator, ...others] = isPlain(field) ? Object.keys(field) : [];
    if (!isPlain(field) || operator === undefined || others.length > 0 || !operator.startsWith('$'))
      throw requestFailed(`The field '${name}' in ${stage} must be an accumulator object`);
    if (name.includes('.') || name.startsWith('$'))
      throw requestFailed(`The field name '${name}' cannot contain '.' or begin with '$'`);
    const accumulator = ACCUMULATORS.get(operator);
    if (!accumulator) throw requestFailed(`unknown group operator '${operator}'`);
    return [name, accumulator(field[operator], outer)];
  });
  return (docs) => Object.fromEntries(parts.map(([name, accumulate]) => [name, accumulate(docs) ?? null]));
}
