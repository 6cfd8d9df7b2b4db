import { requestFailed } from '../../errors';
import type { SortKey } from '../../query/sort';
import { isPlain, type Doc } from '../../values/values';
import { shiftDate } from '../dates/arithmetic';
import { valueAt } from '../expression/compile';

/** Positions from, inclusive, to, exclusive, of the window of the document at a position. */
export type Frame = (partition: readonly Doc[]) => (at: number) => [from: number, to: number];

type Bound = 'unbounded' | 'current' | number;

/** Reads `{documents: [from, to]}` or `{range: [from, to], unit}`; without one the whole partition. */
export function frameOf(window: unknown, keys: readonly SortKey[]): Frame {
  if (window === undefined) return (partition) => () => [0, partition.length];
  if (!isPlain(window)) throw requestFailed("'window' field must be an object");
  const { documents, range, unit, ...rest } = window;
  if (Object.keys(rest).length > 0 || (documents === undefined) === (range === undefined))
    throw requestFailed("'window' takes 'documents', or 'range' with an optional 'unit'");
  if (documents !== undefined) {
    if (unit !== undefined) throw requestFailed("Window bounds can only specify 'unit' with range-based bounds");
    return byPosition(boundsOf(documents, true), keys);
  }
  return byValue(boundsOf(range, false), keys, unit);
}

function boundsOf(value: unknown, whole: boolean): [Bound, Bound] {
  const pair = Array.isArray(value) ? (value as unknown[]) : [];
  const good = (bound: unknown): bound is Bound =>
    bound === 'unbounded' ||
    bound === 'current' ||
    (typeof bound === 'number' && (!whole || Number.isInteger(bound)) && Number.isFinite(bound));
  const [from, to] = pair;
  if (pair.length !== 2 || !good(from) || !good(to))
    throw requestFailed("Window bounds must be 'unbounded', 'current' or a number, two of them");
  if (offsetOf(from, -Infinity) > offsetOf(to, Infinity))
    throw requestFailed('Lower bound must not exceed upper bound');
  return [from, to];
}

function offsetOf(bound: Bound, unbounded: number): number {
  return bound === 'unbounded' ? unbounded : bound === 'current' ? 0 : bound;
}

function byPosition([from, to]: [Bound, Bound], keys: readonly SortKey[]): Frame {
  if (keys.length === 0 && (from !== 'unbounded' || to !== 'unbounded'))
    throw requestFailed("Document-based bounds require a 'sortBy'");
  return (partition) => (at) => {
    const start = Math.max(0, at + offsetOf(from, -Infinity));
    return [
      Math.min(start, partition.length),
      Math.max(0, Math.min(partition.length, at + offsetOf(to, Infinity) + 1)),
    ];
  };
}

/** By the value sorted by: one ascending key, numbers, or dates with a unit. */
function byValue([from, to]: [Bound, Bound], keys: readonly SortKey[], unit: unknown): Frame {
  const [key] = keys;
  if (!key || keys.length > 1 || key[1] !== 1)
    throw requestFailed("Range-based bounds require a 'sortBy' of one ascending field");
  if (unit !== undefined && typeof unit !== 'string') throw requestFailed("'unit' must be a string");
  const path = key[0].split('.');
  return (partition) => {
    const values = partition.map((doc) => measureOf(valueAt(doc, path), unit));
    return (at) => {
      const value = values[at] as number;
      const low = edge(value, from, -Infinity, unit);
      const high = edge(value, to, Infinity, unit);
      const start = values.findIndex((other) => other >= low);
      const end = values.filter((other) => other <= high).length;
      return start < 0 ? [0, 0] : [start, Math.max(start, end)];
    };
  };
}

function measureOf(value: unknown, unit: unknown): number {
  if (unit === undefined && typeof value === 'number') return value;
  if (unit !== undefined && value instanceof Date) return value.getTime();
  throw requestFailed(
    unit === undefined
      ? "Invalid range: Expected the sortBy field to be a number; dates need a 'unit'"
      : "Invalid range: Expected the sortBy field to be a Date, for a 'unit' was given",
  );
}

function edge(value: number, bound: Bound, unbounded: number, unit: unknown): number {
  const offset = offsetOf(bound, unbounded);
  if (!Number.isFinite(offset) || offset === 0 || unit === undefined) return value + offset;
  if (!Number.isInteger(offset)) throw requestFailed("With 'unit', range-based bounds must be integers");
  return shiftDate(value, unit as string, offset, undefined);
}
