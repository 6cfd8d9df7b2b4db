import type { CommonErrorCode, ErrorCode } from '../../contract/errors';
import type { ActionError, ActionName } from '../../contract/registry';
import { Refusal, type Said } from './refusal';

/**
 * Ends the call with a refusal: with a code that any action may give, or with the name of the action and one that this
 * action declares. The only way to refuse; `npm run check` sees to it.
 */
export function refuse(code: CommonErrorCode, said?: Said): never;
export function refuse<N extends ActionName>(action: N, code: ActionError<N>, said?: Said): never;
export function refuse(first: string, second?: string | Said, third?: Said): never {
  // Types hold the first to a code where no second one follows.
  if (typeof second === 'string') throw new Refusal(second as ErrorCode, third);
  throw new Refusal(first as ErrorCode, second);
}
