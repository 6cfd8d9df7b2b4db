import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import type { Options } from 'mingo/types';
import { comparisonExpressions } from './comparisons';
import { correctedExpressions } from './corrections';
import { dateArithmetic } from './dates/arithmetic';
import { dateExpressions } from './dates/operators';
import { groupAccumulators } from './group';
import { strictExpressions } from './strict';

/** The operators of expressions: mingo's, with ours in place of those that differ from MongoDB. */
export const EXPRESSION_CONTEXT = Context.init({
  accumulator: { ...accumulators, ...groupAccumulators },
  expression: {
    ...expressions,
    ...comparisonExpressions,
    ...correctedExpressions,
    ...strictExpressions,
    ...dateExpressions,
    ...dateArithmetic,
  },
  projection: { ...projections },
  query: { ...queries },
  window: { ...windows },
});

/** Options for every use of mingo: user JavaScript (`$where`, `$function`) is never run. */
export const EXPRESSION_OPTIONS: Partial<Options> = {
  context: EXPRESSION_CONTEXT,
  scriptEnabled: false,
  processingMode: ProcessingMode.CLONE_OFF,
  useStrictMode: true,
};

export type ExpressionOptions = Options;

/** The value of an aggregation expression on one document; undefined when missing. Throws plain Errors. */
export function evaluate(doc: unknown, expression: unknown, options?: ExpressionOptions): unknown {
  return evalExpr(doc, expression, options ?? (EXPRESSION_OPTIONS as Options));
}
