import { Long, Timestamp } from 'bson';

/**
 * Integers beyond 2^53. A number that a double holds exactly is a plain number here; any other 64-bit integer is a Long,
 * so that nothing is rounded in silence. The SDK sends every integer up to 2^63 as a 64-bit one.
 */

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** A 64-bit integer from its digits; undefined when it is none. */
export function parseLong(text: string): number | Long | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  return fromBig(BigInt(text.replace('+', '')));
}

/** True for what counts as an integer of MongoDB's int or long. */
export function isInteger(value: unknown): value is number | Long {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 2 ** 63;
  // The class of timestamps is made from that of integers.
  return value instanceof Long && !(value instanceof Timestamp);
}

export function toBig(value: number | Long): bigint {
  return typeof value === 'number' ? BigInt(value) : BigInt(value.toString());
}

/** The integer as a value; undefined beyond 64 bits. */
export function fromBig(value: bigint): number | Long | undefined {
  if (value < LEAST || value > MOST) return undefined;
  const number = Number(value);
  return BigInt(number) === value ? number : Long.fromString(value.toString());
}

type Operation = '+' | '-' | '*';

const PLAIN: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};
const EXACT: Readonly<Record<Operation, (a: bigint, b: bigint) => bigint>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
};

/** Calculates as MongoDB does: integers exactly, `undefined` beyond 64 bits, others as doubles. */
export function calculate(operation: Operation, a: number | Long, b: number | Long): number | Long | undefined {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = PLAIN[operation](a, b);
    if (Math.abs(result) <= Number.MAX_SAFE_INTEGER || !isInteger(a) || !isInteger(b)) return result;
  }
  if (isInteger(a) && isInteger(b)) return fromBig(EXACT[operation](toBig(a), toBig(b)));
  return PLAIN[operation](Number(a.toString()), Number(b.toString()));
}
