import { isCount, type StageSpec } from './stage';

/** Stages that make exactly one document of each. */
const ONE_TO_ONE = new Set('$project $addFields $set $unset $replaceRoot $replaceWith $lookup $graphLookup'.split(' '));

/** How many documents these stages look at, as far as a `$limit` among the first of them tells; else Infinity. */
export function mostWanted(stages: readonly StageSpec[]): number {
  let skipped = 0;
  for (const [operator, operand] of stages) {
    if (operator === '$limit' && isCount(operand, 1)) return skipped + operand;
    if (operator === '$skip' && isCount(operand, 0)) skipped += operand;
    else if (!ONE_TO_ONE.has(operator)) return Infinity;
  }
  return Infinity;
}
