import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { compareValues } from '../values';

type Expression = (doc: unknown, operand: unknown, options: Options) => unknown;

/** Order of two expression results: as everywhere, but a missing value is below null rather than equal to it. */
function compareResults(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compareValues(a, b);
}

function comparison(name: string, result: (order: number) => unknown): Expression {
  return (doc, operand, options) => {
    if (!Array.isArray(operand) || operand.length !== 2)
      throw new Error(`Expression ${name} takes exactly 2 arguments.`);
    const [left, right] = evalExpr(doc, operand, options) as [unknown, unknown];
    return result(compareResults(left, right));
  };
}

/** In expressions MongoDB compares whole values across types; mingo looks into arrays and brackets types. */
export const comparisonExpressions: Record<string, Expression> = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', (order) => Math.sign(order)),
};
