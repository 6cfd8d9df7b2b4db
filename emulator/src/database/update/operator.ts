import type { Doc } from '../values/values';
import type { Target } from './target';

/** Facts an operator may need. */
export interface UpdateContext {
  /** The server's time in ms. */
  now: number;
  doc: Doc;
}

/** One update operator, applied to one place. Operands are checked here, and wrong ones throw. */
export type Operator = (target: Target, operand: unknown, context: UpdateContext) => void;
