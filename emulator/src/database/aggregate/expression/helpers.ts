import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { requestFailed } from '../../errors';
import { isPlain, Rank, rankOf, type Doc } from '../../values/values';
import type { Env, Eval, Operator } from './compile';

/** Null and missing: most operators give null for them. */
export function isNullish(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** True unless the value is false, 0, null or missing. */
export function isTrue(value: unknown): boolean {
  return value !== false && value !== 0 && !isNullish(value);
}

/** True for every kind of number, those that cannot be calculated with included. */
export function isNumeric(value: unknown): boolean {
  return value !== undefined && rankOf(value) === Rank.NUMBER;
}

/** MongoDB's name of a value's type; `missing` for undefined. */
export function typeName(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      if (!Number.isInteger(value) || Object.is(value, -0) || Math.abs(value) >= 2 ** 63) return 'double';
      return value >= -(2 ** 31) && value < 2 ** 31 ? 'int' : 'long';
    default:
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (isPlain(value)) return 'object';
  return CLASSES.find(([kind]) => value instanceof kind)?.[1] ?? 'symbol';
}

// Timestamp extends Long, so it comes first.
const CLASSES: readonly [abstract new (...args: never[]) => object, string][] = [
  [Date, 'date'],
  [RegExp, 'regex'],
  [ObjectId, 'objectId'],
  [Timestamp, 'timestamp'],
  [Long, 'long'],
  [Decimal128, 'decimal'],
  [Binary, 'binData'],
  [MinKey, 'minKey'],
  [MaxKey, 'maxKey'],
];

/** The operands of an operator: a list, or one that stands alone. Throws when there are too few or too many. */
export function operandsOf(name: string, operand: unknown, [least, most]: readonly [number, number]): unknown[] {
  const operands = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  if (operands.length < least || operands.length > most) {
    const wanted = least === most ? `exactly ${least}` : `at least ${least}, at most ${most}`;
    throw requestFailed(`Expression ${name} takes ${wanted} arguments. ${operands.length} were passed in.`);
  }
  return operands;
}

/** An operator on the values of its operands. */
export function onValues(
  name: string,
  count: readonly [number, number],
  apply: (...values: unknown[]) => unknown,
): Operator {
  return (operand, env) => {
    const parts = operandsOf(name, operand, count).map((part) => env.compile(part));
    return (frame) => apply(...parts.map((part) => part(frame)));
  };
}

/** Like `onValues`, but null as soon as one value is null or missing. */
export function nullable(
  name: string,
  count: readonly [number, number],
  apply: (...values: unknown[]) => unknown,
): Operator {
  return onValues(name, count, (...values) => (values.some(isNullish) ? null : apply(...values)));
}

/** Compiles the named operands of an operator; unknown and lacking ones throw. */
export function namedOperands(
  name: string,
  operand: unknown,
  required: readonly string[],
  optional: readonly string[],
): Doc {
  if (!isPlain(operand)) throw requestFailed(`${name} only supports an object as its argument`);
  const unknown = Object.keys(operand).find((key) => !required.includes(key) && !optional.includes(key));
  if (unknown !== undefined) throw requestFailed(`Unrecognized argument to ${name}: ${unknown}`);
  const lacking = required.find((key) => !(key in operand));
  if (lacking) throw requestFailed(`Missing '${lacking}' parameter to ${name}`);
  return operand;
}

/** An operator on named operands, all of them expressions; those not given are absent. */
export function onNamed(
  name: string,
  required: readonly string[],
  optional: readonly string[],
  apply: (given: Doc) => unknown,
): Operator {
  return (operand, env) => evaluateNamed(namedOperands(name, operand, required, optional), env, apply);
}

function evaluateNamed(operands: Doc, env: Env, apply: (given: Doc) => unknown): Eval {
  const parts = Object.keys(operands).map((key): [string, Eval] => [key, env.compile(operands[key])]);
  return (frame) => apply(Object.fromEntries(parts.map(([key, part]) => [key, part(frame)])));
}

export function text(name: string, value: unknown): string {
  if (typeof value !== 'string') throw requestFailed(`${name} requires a string, found: ${typeName(value)}`);
  return value;
}

export function array(name: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw requestFailed(`${name} requires an array, found: ${typeName(value)}`);
  return value as unknown[];
}

export function integer(name: string, value: unknown, least = -(2 ** 31)): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value >= 2 ** 31)
    throw requestFailed(`${name} requires a 32-bit integer${least < 0 ? '' : ` of at least ${least}`}`);
  return value;
}

/** A number that can be calculated with: Decimal128 is refused rather than rounded. */
export function number(name: string, value: unknown): number | Long {
  if (typeof value === 'number') return value;
  if (value instanceof Decimal128) throw requestFailed(`${name}: arithmetic on Decimal128 is not supported`);
  if (value instanceof Long && !(value instanceof Timestamp)) return value;
  throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`);
}

/** A double; a 64-bit integer becomes the nearest one, as in MongoDB's own functions of doubles. */
export function double(name: string, value: unknown): number {
  return typeof value === 'number' ? value : Number(number(name, value).toString());
}
