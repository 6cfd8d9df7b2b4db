import { Decimal128, Timestamp, type Long } from 'bson';
import { docToWire } from '../values/ejson';
import { requestFailed } from '../errors';
import { calculate, fromBig, isInteger, toBig } from '../values/integers';
import { compareValues, isPlain } from '../values/values';
import type { Operator } from './operator';

/** `$inc`: adds; a missing field counts as 0, any other non-number is an error. */
export const inc: Operator = (target, operand) => {
  const by = numeric(operand, 'Cannot increment with non-numeric argument');
  const value = target.get();
  target.set(value === undefined ? by : result('+', present(value, target.path, '$inc'), by));
};

/** `$mul`: multiplies; a missing field becomes 0. */
export const mul: Operator = (target, operand) => {
  const by = numeric(operand, 'Cannot multiply with non-numeric argument');
  const value = target.get();
  const product = value === undefined ? 0 : result('*', present(value, target.path, '$mul'), by);
  // The -0 of doubles is the 0 of integers.
  target.set(Object.is(product, -0) ? 0 : product);
};

/** Beyond 64 bits an update is refused. */
function result(operation: '+' | '*', value: number | Long, by: number | Long): number | Long {
  const exact = calculate(operation, value, by);
  if (exact === undefined) throw requestFailed('Failed to apply an arithmetic update: integer overflow');
  return exact;
}

export const min: Operator = (target, operand) => {
  const value = target.get();
  if (value === undefined || compareValues(operand, value) < 0) target.set(operand);
};

export const max: Operator = (target, operand) => {
  const value = target.get();
  if (value === undefined || compareValues(operand, value) > 0) target.set(operand);
};

/** `$bit`: `{and|or|xor: integer}`; a missing field counts as 0. */
export const bit: Operator = (target, operand) => {
  if (!isPlain(operand) || Object.keys(operand).length === 0)
    throw requestFailed('The $bit modifier is not a document');
  let value = target.get() ?? (target.get() === null ? null : 0);
  for (const name of Object.keys(operand)) {
    const mask = operand[name];
    if (!isInteger(mask))
      throw requestFailed(`The $bit modifier field must be an Integer(32/64 bit); a '${typeof mask}' is not supported`);
    if (!isInteger(value))
      throw requestFailed(`Cannot apply $bit to a value of non-integral type: ${docToWire(value)}`);
    value = fromBig(bitwise(name, toBig(value), toBig(mask))) as number | Long;
  }
  target.set(value);
};

function bitwise(name: string, value: bigint, mask: bigint): bigint {
  switch (name) {
    case 'and':
      return value & mask;
    case 'or':
      return value | mask;
    case 'xor':
      return value ^ mask;
    default:
      throw requestFailed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
  }
}

/** `$currentDate`: `true` or `{$type: "date" | "timestamp"}`. */
export const currentDate: Operator = (target, operand, { now }) => {
  const type = operand === true || operand === false ? 'date' : isPlain(operand) ? operand.$type : undefined;
  if (type === 'date') target.set(new Date(now));
  else if (type === 'timestamp') target.set(Timestamp.fromBits(1, Math.floor(now / 1000)));
  else throw requestFailed("The '$type' string field is required to be 'date' or 'timestamp'");
};

function numeric(operand: unknown, message: string): number | Long {
  if (operand instanceof Decimal128) throw requestFailed('arithmetic on Decimal128 is not supported');
  if (typeof operand !== 'number' && !isInteger(operand)) throw requestFailed(`${message}: ${docToWire(operand)}`);
  return operand;
}

function present(value: unknown, path: string, operator: string): number | Long {
  if (typeof value !== 'number' && !isInteger(value))
    throw requestFailed(`Cannot apply ${operator} to a value of non-numeric type. {${path}: ${docToWire(value)}}`);
  return value;
}
