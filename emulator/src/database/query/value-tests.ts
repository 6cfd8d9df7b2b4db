import { Long } from 'bson';
import { requestFailed } from '../errors';
import { makeRegex } from '../values/ejson';
import { isInteger, toBig } from '../values/integers';
import { equalValues, isPlain, Rank, rankOf, type Doc } from '../values/values';
import { searchFor } from './regex';

/** A test on one value a path reached; undefined stands for a missing field. */
export type ValueTest = (value: unknown) => boolean;

/** True for `{$gt: 1}`-like conditions, false for a literal embedded document. */
export function isOperators(condition: unknown): condition is Doc {
  if (!isPlain(condition)) return false;
  const first = Object.keys(condition)[0];
  return first !== undefined && first.startsWith('$');
}

/** Equality; null also equals a missing field. */
export function equals(operand: unknown): ValueTest {
  const rank = rankOf(operand);
  if (rank === Rank.STRING || rank === Rank.BOOLEAN) return (value) => value === operand;
  return (value) => equalValues(value, operand);
}

/** `$in`: equal to, or matched by, one of several; throws on operators among them. */
export function isIn(operator: string, operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw requestFailed(`${operator} needs an array`);
  const tests = operand.map((value: unknown) => {
    if (isOperators(value)) throw requestFailed(`cannot nest $ under ${operator}`);
    return value instanceof RegExp ? matchesRegex(value) : equals(value);
  });
  return (value) => tests.some((test) => test(value));
}

/** `$size`: an array of so many elements. */
export function hasSize(operand: unknown): ValueTest {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0)
    throw requestFailed('Failed to parse $size. Expected a non-negative integer');
  return (value) => Array.isArray(value) && value.length === operand;
}

/** The expression of `$regex` with its `$options`. */
export function regexOf(operand: unknown, options: unknown): RegExp {
  if (operand instanceof RegExp) return options === undefined ? operand : makeRegex(operand.source, options);
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string');
  return makeRegex(operand, options ?? '');
}

/** A string in which an expression is found, or that very expression. */
export function matchesRegex(regex: RegExp): ValueTest {
  const search = searchFor(regex);
  return (value) =>
    typeof value === 'string' ? search(value) !== null : value instanceof RegExp && equalValues(value, regex);
}

/** `$mod`: `[divisor, remainder]`, both cut to integers. */
export function modulo(operand: unknown): ValueTest {
  const [divisor, remainder] = Array.isArray(operand) && operand.length === 2 ? (operand as unknown[]) : [];
  if (typeof divisor !== 'number' || typeof remainder !== 'number') {
    throw requestFailed('malformed mod, needs to be an array of two numbers');
  }
  const whole = Math.trunc(divisor);
  if (whole === 0) throw requestFailed('divisor cannot be 0');
  const rest = Math.trunc(remainder);
  return (value) => {
    if (value instanceof Long && isInteger(value)) return Number(toBig(value) % BigInt(whole)) === rest;
    return typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % whole === rest;
  };
}
