import { Binary } from 'bson';
import { requestFailed } from '../errors';
import { isInteger, toBig } from '../values/integers';
import type { ValueTest } from './value-tests';

/** Which of the asked bits must be set: `$bitsAllSet`, `$bitsAnySet`, `$bitsAllClear`, `$bitsAnyClear`. */
const TESTS: Readonly<Record<string, (bits: readonly boolean[]) => boolean>> = {
  $bitsAllSet: (bits) => bits.every(Boolean),
  $bitsAnySet: (bits) => bits.some(Boolean),
  $bitsAllClear: (bits) => !bits.some(Boolean),
  $bitsAnyClear: (bits) => !bits.every(Boolean),
};

export const BIT_OPERATORS: ReadonlySet<string> = new Set(Object.keys(TESTS));

/** A test on the bits of integers and binary data; other values do not match. */
export function compileBits(operator: string, operand: unknown): ValueTest {
  const positions = positionsOf(operator, operand);
  const test = TESTS[operator] as (bits: readonly boolean[]) => boolean;
  return (value) => {
    if (value instanceof Binary) {
      const bytes = value.value(true) as Buffer;
      return test(positions.map((at) => (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) === 1));
    }
    if (!isInteger(value)) return false;
    const number = toBig(value);
    // A negative number goes on with ones for ever, as MongoDB's sign extension does.
    return test(positions.map((at) => ((number >> BigInt(at)) & 1n) === 1n));
  };
}

/** The positions asked for: a list of them, or the ones set in a mask. */
function positionsOf(operator: string, operand: unknown): number[] {
  if (Array.isArray(operand)) {
    if (!operand.every((at): at is number => typeof at === 'number' && Number.isInteger(at) && at >= 0 && at < 2 ** 31))
      throw requestFailed(`bit positions of ${operator} must be integers of 0 or more`);
    return operand;
  }
  if (operand instanceof Binary) {
    const bytes = [...(operand.value(true) as Buffer)];
    return bytes.flatMap((byte, i) => setBits(BigInt(byte)).map((at) => i * 8 + at));
  }
  if (!isInteger(operand) || toBig(operand) < 0n)
    throw requestFailed(`${operator} takes an Array, a number of 0 or more, or a BinData`);
  return setBits(toBig(operand));
}

function setBits(mask: bigint): number[] {
  return [...mask.toString(2)].reverse().flatMap((bit, at) => (bit === '1' ? [at] : []));
}
