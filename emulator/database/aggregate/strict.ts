import { evalExpr } from 'mingo/core';
import { isPlain, type Doc } from '../values';
import type { Expression } from './dates/operators';

/** Operators where mingo 7.2 gives a value for what MongoDB refuses, or for null where MongoDB has a text. */

const truthy = (value: unknown): boolean => value !== false && value !== 0 && value !== null && value !== undefined;

const cond: Expression = (doc, operand, options) => {
  const parts = Array.isArray(operand)
    ? (operand as unknown[])
    : isPlain(operand)
      ? [operand.if, operand.then, operand.else]
      : [];
  const named = isPlain(operand);
  if (
    parts.length !== 3 ||
    (named && (['if', 'then', 'else'].some((key) => !(key in operand)) || Object.keys(operand).length > 3))
  )
    throw new Error("$cond requires 'if', 'then' and 'else'");
  return evalExpr(doc, truthy(evalExpr(doc, parts[0], options)) ? parts[1] : parts[2], options);
};

const choose: Expression = (doc, operand, options) => {
  const branches = isPlain(operand) ? operand.branches : undefined;
  if (!isPlain(operand) || !Array.isArray(branches) || branches.length === 0)
    throw new Error('$switch requires at least one branch');
  for (const branch of branches as unknown[]) {
    if (!isPlain(branch) || !('case' in branch) || !('then' in branch))
      throw new Error("$switch requires each branch have a 'case' and a 'then'");
    if (truthy(evalExpr(doc, branch.case, options))) return evalExpr(doc, branch.then, options);
  }
  if (!('default' in operand))
    throw new Error('$switch could not find a matching branch for an input, and no default was specified.');
  return evalExpr(doc, operand.default, options);
};

/** The only operand: itself, or in an array of one. */
const single = (operand: unknown): unknown =>
  Array.isArray(operand) && operand.length === 1 ? (operand[0] as unknown) : operand;

function changeCase(name: string, change: (text: string) => string): Expression {
  return (doc, operand, options) => {
    const value = evalExpr(doc, single(operand), options);
    if (value === null || value === undefined) return '';
    if (value instanceof Date) return change(value.toISOString());
    if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${name} requires a string`);
    return change(String(value));
  };
}

const size: Expression = (doc, operand, options) => {
  const value = evalExpr(doc, single(operand), options);
  if (!Array.isArray(value)) throw new Error('The argument to $size must be an array');
  return value.length;
};

const mergeObjects: Expression = (doc, operand, options) => {
  const values = evalExpr(doc, operand, options);
  const result: Doc = {};
  for (const value of Array.isArray(values) ? (values as unknown[]) : [values]) {
    if (value === null || value === undefined) continue;
    if (!isPlain(value)) throw new Error('$mergeObjects requires object inputs');
    Object.assign(result, value);
  }
  return result;
};

const range: Expression = (doc, operand, options) => {
  const [start, end, step = 1] = (Array.isArray(operand) ? evalExpr(doc, operand, options) : []) as unknown[];
  if (![start, end, step].every((value) => Number.isInteger(value)) || step === 0)
    throw new Error('$range requires integers and a step that is not 0');
  const [from, to, by] = [start, end, step] as [number, number, number];
  const length = Math.max(0, Math.ceil((to - from) / by));
  // MongoDB stops at 64 MB of one expression's result.
  if (length > 4_000_000) throw new Error('$range would use too much memory');
  return Array.from({ length }, (_, i) => from + i * by);
};

/** `$indexOfBytes`: positions in the bytes of UTF-8. */
const indexOfBytes: Expression = (doc, operand, options) => {
  if (!Array.isArray(operand) || operand.length < 2 || operand.length > 4)
    throw new Error('Expression $indexOfBytes takes at least 2 arguments, and at most 4');
  const [text, search, from = 0, to = Infinity] = evalExpr(doc, operand, options) as unknown[];
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string' || typeof search !== 'string') throw new Error('$indexOfBytes requires strings');
  if (typeof from !== 'number' || typeof to !== 'number' || from < 0 || to < 0)
    throw new Error('$indexOfBytes requires non-negative integral positions');
  const bytes = Buffer.from(text, 'utf8');
  if (from > bytes.length || from > to) return -1;
  return bytes.subarray(0, Math.min(to, bytes.length)).indexOf(search, from, 'utf8');
};

export const strictExpressions: Record<string, Expression> = {
  $cond: cond,
  $switch: choose,
  $toLower: changeCase('$toLower', (text) => text.toLowerCase()),
  $toUpper: changeCase('$toUpper', (text) => text.toUpperCase()),
  $size: size,
  $mergeObjects: mergeObjects,
  $range: range,
  $indexOfBytes: indexOfBytes,
};
