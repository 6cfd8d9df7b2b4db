import { encodeValue } from '../../values/keys';

/**
 * What an accumulator keeps of the values it has seen, so that the documents they come from can be let go. Classes, since
 * there may be one for each of very many groups.
 */
export interface Tally<V = unknown> {
  /** Takes the next value; undefined stands for missing. */
  add(value: V): void;
  /** May be asked at any time, and changes nothing. */
  result(): unknown;
  /** Bytes of the values it keeps. */
  readonly bytes: number;
}

/** A tally that gives a list. */
export interface Several<V = unknown> extends Tally<V> {
  result(): unknown[];
}

/** Tells values apart as MongoDB does: 1 and 1.0 are the same. */
export function keyOf(value: unknown): string {
  // No other key begins with this letter; texts are the commonest by far.
  return typeof value === 'string' ? `s${value}` : encodeValue(value).toString('latin1');
}

/** What a tally makes of a list. */
export function tallied(tally: Tally, values: Iterable<unknown>): unknown {
  for (const value of values) tally.add(value);
  return tally.result();
}
