import { requestFailed } from '../../errors';
import { parseSort, sortDocs } from '../../query/sort';
import { compareValues, isPlain, type Doc } from '../../values/values';
import { shiftDate } from '../dates/arithmetic';
import { valueAt, type Scope } from '../expression/compile';
import { double, isNullish } from '../expression/helpers';
import { compileExpression, type Expression } from '../expression/registry';
import { allDocs } from '../sink';
import { withField } from './fields';
import { groupBy } from './group';
import { fieldsOf, nameOf, type Stage } from './stage';
import { carryForward, interpolate } from './window-functions';

/** How `$fill` fills one field: with the value of an expression, or from the documents around. */
type Filling = { value: Expression } | { method: 'linear' | 'locf' };

/** Fills null and missing fields. */
const fill: Stage = (spec, { outer, memory }) => {
  const given = fieldsOf('$fill', spec, ['output'], ['partitionBy', 'partitionByFields', 'sortBy']);
  const { output, sortBy } = given;
  if (!isPlain(output) || Object.keys(output).length === 0) throw requestFailed('$fill requires an output');
  if (sortBy !== undefined && !isPlain(sortBy)) throw requestFailed("$fill: 'sortBy' must be an object");
  const keys = sortBy === undefined ? [] : parseSort(sortBy);
  const partition = partitionOf('$fill', given, outer);
  const fields = Object.keys(output).map((name): [string[], Filling] => {
    const filling = fillingOf(output[name], outer);
    if ('method' in filling && keys.length === 0)
      throw requestFailed(`$fill: method '${filling.method}' needs a sortBy`);
    if ('method' in filling && filling.method === 'linear' && keys.length > 1)
      throw requestFailed('$linearFill must be specified with a sortBy of one field');
    return [nameOf('$fill', 'output', name).split('.'), filling];
  });
  const sortPath = (keys[0]?.[0] ?? '').split('.');
  return allDocs('$fill', memory, (docs) =>
    groupBy(docs, partition).flatMap((members) => {
      const sorted = keys.length > 0 ? sortDocs(members, keys, (doc) => doc) : members;
      return fields.reduce<Doc[]>((result, [path, filling]) => fillField(result, path, filling, sortPath), sorted);
    }),
  );
};

function fillingOf(spec: unknown, outer: Scope): Filling {
  const { value, method } = fieldsOf('$fill', spec, [], ['value', 'method']);
  if ((value === undefined) === (method === undefined))
    throw requestFailed("$fill: each output has 'value' or 'method'");
  if (method === undefined) return { value: compileExpression(value, outer) };
  if (method !== 'linear' && method !== 'locf') throw requestFailed("$fill: method must be 'linear' or 'locf'");
  return { method };
}

function fillField(docs: Doc[], path: string[], filling: Filling, sortPath: string[]): Doc[] {
  const values = docs.map((doc) => valueAt(doc, path));
  if ('value' in filling) {
    return docs.map((doc, i) => (isNullish(values[i]) ? withField(doc, path, filling.value(doc) ?? null) : doc));
  }
  const times = (): number[] =>
    docs.map((doc) => {
      const at = valueAt(doc, sortPath);
      return at instanceof Date ? at.getTime() : double('$linearFill', at);
    });
  const results = filling.method === 'locf' ? carryForward(values) : interpolate(values, times());
  return docs.map((doc, i) => (isNullish(values[i]) ? withField(doc, path, results[i]) : doc));
}

function partitionOf(stage: string, { partitionBy, partitionByFields }: Doc, outer: Scope): (doc: Doc) => unknown {
  if (partitionBy !== undefined && partitionByFields !== undefined)
    throw requestFailed(`${stage}: partitionBy and partitionByFields exclude each other`);
  if (partitionByFields === undefined) return compileExpression(partitionBy ?? null, outer);
  if (!Array.isArray(partitionByFields)) throw requestFailed(`${stage}: partitionByFields must be an array of strings`);
  const paths = partitionByFields.map((name: unknown) => nameOf(stage, 'partitionByFields', name).split('.'));
  return (doc) => paths.map((path) => valueAt(doc, path) ?? null);
}

/** More documents than this would be made: MongoDB's own limit. */
const MOST_MADE = 500_000;

/** Adds documents where a sequence of numbers or dates has gaps. */
const densify: Stage = (spec, { outer, memory }) => {
  const given = fieldsOf('$densify', spec, ['field', 'range'], ['partitionByFields']);
  const path = nameOf('$densify', 'field', given.field).split('.');
  const { step, unit, bounds } = fieldsOf('$densify', given.range, ['step', 'bounds'], ['unit']);
  if (typeof step !== 'number' || step <= 0) throw requestFailed('$densify: step must be a positive number');
  if (unit !== undefined && typeof unit !== 'string') throw requestFailed('$densify: unit must be a string');
  if (bounds !== 'full' && bounds !== 'partition' && !(Array.isArray(bounds) && bounds.length === 2))
    throw requestFailed("$densify: bounds must be 'full', 'partition' or an array of two");
  const partitionBy = (given.partitionByFields ?? []) as string[];
  const partition = partitionOf('$densify', { partitionByFields: partitionBy }, outer);
  const next = (value: unknown, times: number): unknown => {
    if (unit === undefined) return double('$densify', value) + step * times;
    if (!(value instanceof Date)) throw requestFailed('$densify: a unit needs dates');
    return new Date(shiftDate(value.getTime(), unit, step * times, undefined));
  };
  return allDocs('$densify', memory, (docs) => {
    const known = docs.filter((doc) => !isNullish(valueAt(doc, path)));
    const rest = docs.filter((doc) => isNullish(valueAt(doc, path)));
    const all = span(known, path);
    const result = groupBy(known, partition).flatMap((members) => {
      const sorted = [...members].sort((a, b) => compareValues(valueAt(a, path), valueAt(b, path)));
      const own = span(sorted, path);
      const [low, high] = Array.isArray(bounds) ? (bounds as [unknown, unknown]) : bounds === 'full' ? all : own;
      const open = Array.isArray(bounds);
      const base = partitionBy.reduce<Doc>(
        (doc, name) => withField(doc, name.split('.'), valueAt(sorted[0], name.split('.'))),
        {},
      );
      const made: Doc[] = [];
      for (let times = 0; ; times += 1) {
        const value = next(low, times);
        const order = compareValues(value, high);
        if (open ? order >= 0 : order > 0) break;
        if (made.length > MOST_MADE) throw requestFailed('$densify would make too many documents');
        if (!sorted.some((doc) => compareValues(valueAt(doc, path), value) === 0))
          made.push(withField(base, path, value));
      }
      return [...sorted, ...made].sort((a, b) => compareValues(valueAt(a, path), valueAt(b, path)));
    });
    return [...rest, ...result];
  });
};

function span(docs: readonly Doc[], path: readonly string[]): [unknown, unknown] {
  const values = docs.map((doc) => valueAt(doc, path)).sort(compareValues);
  return [values[0], values.at(-1)];
}

export const fillStages: Readonly<Record<string, Stage>> = { $fill: fill, $densify: densify };
