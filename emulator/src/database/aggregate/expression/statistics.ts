import { requestFailed } from '../../errors';
import { Single } from '../tallies/lists';
import { Average, Deviation, Extreme, Percentiles, Sum } from '../tallies/numbers';
import { tallied, type Tally } from '../tallies/tally';
import type { Operator } from './compile';
import { onNamed, onValues } from './helpers';

/** Summaries of a list of values, shared by groups, windows and expressions. */
export const summaries: Readonly<Record<string, () => Tally>> = {
  $sum: () => new Sum(),
  $avg: () => new Average(),
  $min: () => new Extreme(1),
  $max: () => new Extreme(-1),
  $stdDevPop: () => new Deviation(0),
  $stdDevSamp: () => new Deviation(1),
};

/** One operand that is a list counts by its elements; several are the values themselves. */
function overOperands(name: string, summary: () => Tally): Operator {
  return onValues(name, [0, Infinity], (...values) =>
    tallied(summary(), values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values),
  );
}

/** Checks the constant operands of `$percentile` and `$median`; gives the shares asked for. */
export function sharesOf(name: string, { p, method }: { p?: unknown; method?: unknown }): number[] {
  if (method !== 'approximate') throw requestFailed(`${name} requires method 'approximate'`);
  if (name === '$median') return [0.5];
  if (!Array.isArray(p) || p.length === 0 || !p.every((share) => typeof share === 'number' && share >= 0 && share <= 1))
    throw requestFailed("$percentile: 'p' must be an array of numbers in range [0.0, 1.0]");
  return p as number[];
}

const listOf = (input: unknown): unknown[] => (Array.isArray(input) ? (input as unknown[]) : [input]);

const percentiles = onNamed('$percentile', ['input', 'p', 'method'], [], (given) =>
  tallied(new Percentiles('$percentile', sharesOf('$percentile', given)), listOf(given.input)),
);

const median = onNamed('$median', ['input', 'method'], [], (given) =>
  tallied(new Single(new Percentiles('$median', sharesOf('$median', given))), listOf(given.input)),
);

export const statistics: Readonly<Record<string, Operator>> = {
  ...Object.fromEntries(Object.entries(summaries).map(([name, summary]) => [name, overOperands(name, summary)])),
  $percentile: percentiles,
  $median: median,
};
