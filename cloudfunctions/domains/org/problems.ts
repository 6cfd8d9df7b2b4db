import { refuse } from '../../kernel/refuse';
import type { MoveProblem } from './rules/moving';

/** Why a change of the tree was not made. */
export type Problem = MoveProblem | 'taken' | 'late' | 'conflict';

/** Ends the call where a change was not made, with what its action says to that. */
export function refuseProblem(problem: Problem): never {
  switch (problem) {
    case 'taken':
      return refuse('org.create', 'ORG_CODE_TAKEN');
    case 'no target':
      return refuse('org.move', 'ORG_TARGET_GONE');
    case 'is root':
      return refuse('org.move', 'ORG_IS_ROOT');
    case 'below itself':
      return refuse('org.move', 'ORG_BELOW_ITSELF');
    case 'too deep':
      return refuse('org.move', 'ORG_TOO_DEEP');
    case 'late':
      return refuse('org.undo', 'ORG_UNDO_LATE');
    case 'no org':
      return refuse('NOT_FOUND');
    case 'conflict':
      return refuse('CONFLICT');
  }
}
