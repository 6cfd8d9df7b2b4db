import { requestFailed } from '../errors';
import { evaluate, type ExpressionOptions } from '../aggregate/expressions';
import type { Test } from './filter';

export type { ExpressionOptions };

/** `$expr`: true unless the expression gives false, 0, null or nothing. */
export function compileExpr(expression: unknown, options?: ExpressionOptions): Test {
  return (doc) => {
    let result: unknown;
    try {
      result = evaluate(doc, expression, options);
    } catch (error) {
      throw requestFailed((error as Error).message);
    }
    return result !== false && result !== 0 && result !== null && result !== undefined;
  };
}
