import { requestFailed } from '../errors';
import { isPlain } from '../values';

/** Refuses operands that MongoDB refuses and mingo passes over. */
export function checkStage(operator: string, operand: unknown): void {
  if (operator === '$unwind') {
    const path = isPlain(operand) ? operand.path : operand;
    if (typeof path !== 'string' || !/^\$[^$]/.test(path))
      throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${String(path)}`);
    return;
  }
  if (!isPlain(operand) || Object.keys(operand).length === 0)
    throw requestFailed(`Invalid ${operator} :: specification must be an object with at least one field`);
}
