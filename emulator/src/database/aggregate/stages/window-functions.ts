import { requestFailed } from '../../errors';
import type { SortKey } from '../../query/sort';
import { compareValues, isPlain, type Doc } from '../../values/values';
import type { Scope } from '../expression/compile';
import { double, integer, isNullish, namedOperands } from '../expression/helpers';
import { compileExpression, type Expression } from '../expression/registry';
import { valueAt } from '../expression/compile';
import { lengthOf } from '../dates/arithmetic';
import { frameOf } from './window-frame';

interface Place {
  operator: string;
  keys: readonly SortKey[];
  outer: Scope;
  window: unknown;
}

/** A function of windows: its value for each position of a sorted partition. */
type WindowFunction = (operand: unknown, place: Place) => (partition: readonly Doc[]) => (at: number) => unknown;

function needsOrder({ operator, keys, window }: Place, one = false): SortKey {
  const [key] = keys;
  if (!key || (one && keys.length > 1)) throw requestFailed(`${operator} must be specified with a 'sortBy'`);
  if (window !== undefined) throw requestFailed(`${operator} does not accept a 'window' field`);
  return key;
}

function isEmpty(operand: unknown, operator: string): void {
  if (!isPlain(operand) || Object.keys(operand).length > 0)
    throw requestFailed(`${operator} takes no arguments: use {}`);
}

/** Ranks by the one sort key: `after` gives the rank of the first of a new value. */
function rank(after: (previous: number, at: number) => number): WindowFunction {
  return (operand, place) => {
    isEmpty(operand, place.operator);
    const path = needsOrder(place, true)[0].split('.');
    return (partition) => {
      const ranks: number[] = [];
      partition.forEach((doc, at) => {
        const same =
          at > 0 && compareValues(valueAt(doc, path) ?? null, valueAt(partition[at - 1], path) ?? null) === 0;
        ranks.push(same ? (ranks[at - 1] as number) : after(ranks[at - 1] ?? 0, at));
      });
      return (at) => ranks[at];
    };
  };
}

const documentNumber: WindowFunction = (operand, place) => {
  isEmpty(operand, place.operator);
  needsOrder(place);
  return () => (at) => at + 1;
};

const shift: WindowFunction = (operand, place) => {
  needsOrder(place);
  const { output, by, default: fallback } = namedOperands('$shift', operand, ['output', 'by'], ['default']);
  const value = compileExpression(output, place.outer);
  const other = compileExpression(fallback ?? null, place.outer)({});
  const offset = integer('$shift', by);
  return (partition) => (at) => {
    const doc = partition[at + offset];
    return doc ? value(doc) : other;
  };
};

const expMovingAvg: WindowFunction = (operand, place) => {
  needsOrder(place);
  const { input, N, alpha } = namedOperands('$expMovingAvg', operand, ['input'], ['N', 'alpha']);
  if ((N === undefined) === (alpha === undefined)) throw requestFailed("$expMovingAvg requires either 'N' or 'alpha'");
  const weight = N === undefined ? double('$expMovingAvg', alpha) : 2 / (integer('$expMovingAvg', N, 1) + 1);
  if (weight <= 0 || weight > 1) throw requestFailed("'alpha' must be between 0 and 1");
  const value = compileExpression(input, place.outer);
  return (partition) => {
    let average: number | null = null;
    const averages = partition.map((doc) => {
      const next = value(doc);
      if (typeof next === 'number') average = average === null ? next : next * weight + average * (1 - weight);
      return average;
    });
    return (at) => averages[at];
  };
};

/** Pairs of what is sorted by and a value, over the window. */
function overTime(apply: (points: [time: number, value: number][]) => number | null): WindowFunction {
  return (operand, { operator, keys, outer, window }) => {
    const { input, unit } = namedOperands(operator, operand, ['input'], ['unit']);
    const [key] = keys;
    if (!key || keys.length > 1) throw requestFailed(`${operator} requires a sortBy of one field`);
    if (unit !== undefined && typeof unit !== 'string') throw requestFailed(`${operator}: 'unit' must be a string`);
    const scale = unit === undefined ? 1 : lengthOf(unit);
    const value = compileExpression(input, outer);
    const frame = frameOf(window, keys);
    const timeOf = (doc: Doc): number => {
      const at = valueAt(doc, key[0].split('.'));
      if (at instanceof Date && unit !== undefined) return at.getTime() / scale;
      if (typeof at === 'number' && unit === undefined) return at;
      throw requestFailed(`${operator} needs numbers to sort by, or dates and a 'unit'`);
    };
    return (partition) => {
      const bounds = frame(partition);
      return (at) =>
        apply(partition.slice(...bounds(at)).map((doc) => [timeOf(doc), double(operator, value(doc) ?? NaN)]));
    };
  };
}

const derivative = overTime((points) => {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last[0] === first[0]) return null;
  return (last[1] - first[1]) / (last[0] - first[0]);
});

const integral = overTime((points) =>
  points.slice(1).reduce((area, [time, value], i) => {
    const [before, level] = points[i] as [number, number];
    return area + ((time - before) * (value + level)) / 2;
  }, 0),
);

/** Of two expressions; `less` is 1 for a sample. */
function covariance(less: 0 | 1): WindowFunction {
  return (operand, { operator, keys, outer, window }) => {
    if (!Array.isArray(operand) || operand.length !== 2)
      throw requestFailed(`${operator} takes exactly two expressions`);
    const [a, b] = operand.map((part: unknown) => compileExpression(part, outer)) as [Expression, Expression];
    const frame = frameOf(window, keys);
    return (partition) => {
      const bounds = frame(partition);
      return (at) => {
        const pairs = partition
          .slice(...bounds(at))
          .map((doc) => [a(doc), b(doc)])
          .filter((pair): pair is [number, number] => pair.every((value) => typeof value === 'number'));
        if (pairs.length <= less) return null;
        const mean = (i: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[i], 0) / pairs.length;
        const [x, y] = [mean(0), mean(1)];
        return pairs.reduce((sum, pair) => sum + (pair[0] - x) * (pair[1] - y), 0) / (pairs.length - less);
      };
    };
  };
}

/** The values of an expression, with gaps filled by `fill`. */
function filled(fill: (values: unknown[], times: () => number[]) => unknown[]): WindowFunction {
  return (operand, place) => {
    const value = compileExpression(operand, place.outer);
    const key =
      place.operator === '$locf' && place.keys.length === 0 ? undefined : needsOrder(place, place.operator !== '$locf');
    return (partition) => {
      const times = (): number[] =>
        partition.map((doc) => {
          const at = valueAt(doc, (key as SortKey)[0].split('.'));
          if (at instanceof Date) return at.getTime();
          return double(place.operator, at);
        });
      const values = fill(
        partition.map((doc) => value(doc)),
        times,
      );
      return (at) => values[at];
    };
  };
}

/** The last value observed. */
export function carryForward(values: readonly unknown[]): unknown[] {
  let last: unknown = null;
  return values.map((value) => (isNullish(value) ? last : (last = value)));
}

/** Straight lines between the values before and after a gap. */
export function interpolate(values: readonly unknown[], times: readonly number[]): unknown[] {
  return values.map((value, i) => {
    if (!isNullish(value)) return double('$linearFill', value);
    const before = values.reduce<number>((found, other, j) => (j < i && !isNullish(other) ? j : found), -1);
    const after = values.findIndex((other, j) => j > i && !isNullish(other));
    if (before < 0 || after < 0) return null;
    const [t0, t1] = [times[before] as number, times[after] as number];
    const [v0, v1] = [double('$linearFill', values[before]), double('$linearFill', values[after])];
    return v0 + ((v1 - v0) * ((times[i] as number) - t0)) / (t1 - t0);
  });
}

/** What `$setWindowFields` has beside the accumulators. */
export const FUNCTIONS: ReadonlyMap<string, WindowFunction> = new Map([
  ['$rank', rank((_, at) => at + 1)],
  ['$denseRank', rank((previous) => previous + 1)],
  ['$documentNumber', documentNumber],
  ['$shift', shift],
  ['$expMovingAvg', expMovingAvg],
  ['$derivative', derivative],
  ['$integral', integral],
  ['$covariancePop', covariance(0)],
  ['$covarianceSamp', covariance(1)],
  ['$locf', filled((values) => carryForward(values))],
  ['$linearFill', filled((values, times) => interpolate(values, times()))],
]);
