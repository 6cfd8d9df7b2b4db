import { requestFailed } from '../errors';
import { compareValues, Rank, rankOf } from '../values/values';
import type { ValueTest } from './value-tests';

const HOLDS: Readonly<Record<string, (order: number) => boolean>> = {
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
};

/**
 * `$lt`, `$lte`, `$gt`, `$gte`: values of another type never match (type bracketing), null with "or equal" matches
 * null and missing. Any other operator is unknown and throws.
 */
export function compileComparison(operator: string, operand: unknown): ValueTest {
  const holds = Object.prototype.hasOwnProperty.call(HOLDS, operator) ? HOLDS[operator] : undefined;
  if (!holds) throw requestFailed(`unknown operator: ${operator}`);
  if (operand instanceof RegExp) throw requestFailed(`Can't have RegEx as arg to predicate over field (${operator})`);
  const rank = rankOf(operand);
  if (rank === Rank.MIN_KEY || rank === Rank.MAX_KEY) {
    return (value) => value !== undefined && holds(compareValues(value, operand));
  }
  if (Number.isNaN(operand)) return (value) => holds(0) && Number.isNaN(value);
  return (value) => rankOf(value) === rank && !Number.isNaN(value) && holds(compareValues(value, operand));
}
