import type { Long } from 'bson';
import { requestFailed } from '../../errors';
import { compareValues } from '../../values/values';
import { combine } from './arithmetic';
import type { Operator } from './compile';
import { double, isNullish, onNamed, onValues, number } from './helpers';

type Num = number | Long;

/** The numbers among values; all else is passed over, as MongoDB's accumulators do. */
function numbers(name: string, values: readonly unknown[]): Num[] {
  return values.filter((value) => !isNullish(value) && isNumeric(value)).map((value) => number(name, value));
}

function isNumeric(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    (typeof value === 'object' && /^(Long|Decimal128)$/.test(String((value as { _bsontype?: string })._bsontype)))
  );
}

/** Summaries of a list of values, shared by groups, windows and expressions. */
export const summaries: Readonly<Record<string, (values: readonly unknown[]) => unknown>> = {
  $sum: (values) => numbers('$sum', values).reduce((total, value) => combine('+', total, value), 0),
  $avg: (values) => {
    const found = numbers('$avg', values).map((value) => double('$avg', value));
    return found.length === 0 ? null : found.reduce((a, b) => a + b, 0) / found.length;
  },
  $min: (values) => extreme(values, 1),
  $max: (values) => extreme(values, -1),
  $stdDevPop: (values) => deviation('$stdDevPop', values, 0),
  $stdDevSamp: (values) => deviation('$stdDevSamp', values, 1),
};

function extreme(values: readonly unknown[], sign: 1 | -1): unknown {
  const known = values.filter((value) => !isNullish(value));
  return known.length === 0 ? null : known.reduce((a, b) => (compareValues(b, a) * sign < 0 ? b : a));
}

function deviation(name: string, values: readonly unknown[], less: 0 | 1): number | null {
  const found = numbers(name, values).map((value) => double(name, value));
  if (found.length <= less) return null;
  const mean = found.reduce((a, b) => a + b, 0) / found.length;
  return Math.sqrt(found.reduce((total, value) => total + (value - mean) ** 2, 0) / (found.length - less));
}

/** One operand that is a list counts by its elements; several are the values themselves. */
function overOperands(name: string, summary: (values: readonly unknown[]) => unknown): Operator {
  return onValues(name, [0, Infinity], (...values) =>
    summary(values.length === 1 && Array.isArray(values[0]) ? (values[0] as unknown[]) : values),
  );
}

/** The value at a share of the sorted numbers, by MongoDB's "approximate" method on so few: the nearest above. */
export function percentile(name: string, values: readonly unknown[], share: unknown): number | null {
  if (typeof share !== 'number' || share < 0 || share > 1)
    throw requestFailed(`${name}: 'p' must be an array of numbers in range [0.0, 1.0]`);
  const sorted = numbers(name, values)
    .map((value) => double(name, value))
    .sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number;
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

const percentiles = onNamed('$percentile', ['input', 'p', 'method'], [], (given) => {
  const shares = sharesOf('$percentile', given);
  return shares.map((share) => percentile('$percentile', listOf(given.input), share));
});

const median = onNamed('$median', ['input', 'method'], [], (given) => {
  const [share] = sharesOf('$median', given);
  return percentile('$median', listOf(given.input), share);
});

export const statistics: Readonly<Record<string, Operator>> = {
  ...Object.fromEntries(Object.entries(summaries).map(([name, summary]) => [name, overOperands(name, summary)])),
  $percentile: percentiles,
  $median: median,
};
