import { isPlain, type Doc } from '../values/values';
import { choosePlan, type IndexShape, type Plan } from './planner';

/**
 * Scans that together find every match of an `$or`, one for each branch, as MongoDB does; undefined when a branch has
 * no index, since then everything must be looked at anyway. `$and` may hold the `$or`.
 */
export function planUnion<I extends IndexShape>(indexes: readonly I[], query: Doc): Plan<I>[] | undefined {
  for (const key of Object.keys(query)) {
    const value = query[key];
    if (!Array.isArray(value)) continue;
    const branches = value.filter(isPlain);
    if (key === '$or') {
      const plans = branches.map((branch) => planBranch(indexes, branch));
      if (plans.every((plan) => plan !== undefined)) return plans.flat();
    } else if (key === '$and') {
      for (const branch of branches) {
        const plans = planUnion(indexes, branch);
        if (plans) return plans;
      }
    }
  }
  return undefined;
}

function planBranch<I extends IndexShape>(indexes: readonly I[], branch: Doc): Plan<I>[] | undefined {
  const plan = choosePlan(indexes, branch, []);
  return plan ? [plan] : planUnion(indexes, branch);
}
