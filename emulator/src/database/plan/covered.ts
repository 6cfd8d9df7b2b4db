import { isOperators } from '../query/value-tests';
import { isPlain, Rank, rankOf, type Doc } from '../values/values';
import type { Plan } from './planner';

const COMPARISONS = new Set(['$eq', '$gt', '$gte', '$lt', '$lte']);

/**
 * True when the keys in a plan's ranges are exactly those of the documents that match: every condition is a comparison
 * that the ranges express, and no field holds arrays. Such a query is counted without reading a document.
 */
export function isCovered(plan: Plan, query: Doc): boolean {
  const { index, bounded, geo } = plan;
  if (geo || index.multikey.size > 0) return false;
  const paths = Object.keys(query);
  const narrowed = new Set(index.fields.slice(0, bounded).map(([path]) => path));
  return paths.length === bounded && paths.every((path) => narrowed.has(path) && isSimple(query[path]));
}

function isSimple(condition: unknown): boolean {
  if (!isOperators(condition)) return isExact(condition);
  return Object.keys(condition).every((operator) => {
    const operand = condition[operator];
    if (operator === '$in') return Array.isArray(operand) && operand.every(isExact);
    // Nothing is less or greater than null, but the range that bounds such a query holds null itself.
    if ((operator === '$lt' || operator === '$gt') && operand === null) return false;
    return COMPARISONS.has(operator) && isExact(operand) && !(operator !== '$eq' && isPlain(operand));
  });
}

/** A value that equals and orders as its key does; arrays are looked into, expressions match. */
function isExact(value: unknown): boolean {
  const rank = rankOf(value);
  if (rank === Rank.ARRAY || rank === Rank.REGEX || rank === Rank.MIN_KEY || rank === Rank.MAX_KEY) return false;
  return !Number.isNaN(value);
}
