import type { Scope } from '../aggregate/expression/compile';
import { isTrue } from '../aggregate/expression/helpers';
import { compileExpression } from '../aggregate/expression/registry';
import type { Test } from './compiled';

/** `$expr`: true unless the expression gives false, 0, null or nothing. */
export function compileExpr(expression: unknown, outer: Scope = { NOW: new Date() }): Test {
  const evaluate = compileExpression(expression, outer);
  return (doc) => isTrue(evaluate(doc));
}
