import { requestFailed } from '../../errors';
import { compareValues, isPlain } from '../../values/values';
import type { Eval, Operator } from './compile';
import { isNullish, isTrue, namedOperands, onValues, operandsOf } from './helpers';

/** Order of two results: as everywhere, but a missing value is below null rather than equal to it. */
export function compareResults(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareValues(a, b);
}

function comparison(name: string, result: (order: number) => unknown): Operator {
  return onValues(name, [2, 2], (a, b) => result(compareResults(a, b)));
}

const and: Operator = (operand, env) => {
  const parts = operandsOf('$and', operand, [0, Infinity]).map((part) => env.compile(part));
  return (frame) => parts.every((part) => isTrue(part(frame)));
};

const or: Operator = (operand, env) => {
  const parts = operandsOf('$or', operand, [0, Infinity]).map((part) => env.compile(part));
  return (frame) => parts.some((part) => isTrue(part(frame)));
};

const cond: Operator = (operand, env) => {
  const named = isPlain(operand) ? namedOperands('$cond', operand, ['if', 'then', 'else'], []) : undefined;
  const parts = named ? [named.if, named.then, named.else] : operandsOf('$cond', operand, [3, 3]);
  const [test, yes, no] = parts.map((part) => env.compile(part)) as [Eval, Eval, Eval];
  return (frame) => (isTrue(test(frame)) ? yes : no)(frame);
};

const ifNull: Operator = (operand, env) => {
  const parts = operandsOf('$ifNull', operand, [2, Infinity]).map((part) => env.compile(part));
  return (frame) => {
    let value: unknown;
    for (const part of parts) if (!isNullish((value = part(frame)))) break;
    return value;
  };
};

const choose: Operator = (operand, env) => {
  const { branches, ...rest } = namedOperands('$switch', operand, ['branches'], ['default']);
  if (!Array.isArray(branches) || branches.length === 0) throw requestFailed('$switch requires at least one branch');
  const cases = (branches as unknown[]).map((branch) => {
    const parts = namedOperands('$switch', branch, ['case', 'then'], []);
    return { test: env.compile(parts.case), then: env.compile(parts.then) };
  });
  const otherwise = 'default' in rest ? env.compile(rest.default) : undefined;
  return (frame) => {
    const chosen = cases.find(({ test }) => isTrue(test(frame)))?.then ?? otherwise;
    if (!chosen)
      throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.');
    return chosen(frame);
  };
};

export const logic: Readonly<Record<string, Operator>> = {
  $and: and,
  $or: or,
  $not: onValues('$not', [1, 1], (value) => !isTrue(value)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: choose,
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', (order) => Math.sign(order)),
};
