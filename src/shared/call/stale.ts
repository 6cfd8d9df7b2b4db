import { clientActions } from '@contract/clientActions';
import type { CommandName, QueryName } from '@contract/registry';
import { noteChange, refresh, startAfresh } from './client';
import type { CallError, CallErrorCode } from './error';

/**
 * A command was done: what it makes stale (declared with the action) is asked for again where it is on screen, and
 * elsewhere when it is shown next. `shown`: queries whose copies are right already, by what the reply said.
 */
export function refreshAfter(action: CommandName, shown: readonly QueryName[] = []): void {
  noteChange();
  const stale = clientActions[action]?.stale ?? [];
  if (stale === 'all') startAfresh();
  else refresh(stale, shown);
}

/** Refusals that say of whatever action that the screen is behind. */
const alwaysBehind: readonly CallErrorCode[] = ['CONFLICT', 'NOT_FOUND', 'FORBIDDEN'];

/** A command was refused: where that says that the screen is behind, what it would have made stale is asked for again. */
export function refreshIfBehind(action: CommandName, { code }: CallError): void {
  const behind: readonly CallErrorCode[] = clientActions[action]?.behind ?? [];
  if (alwaysBehind.includes(code) || behind.includes(code)) refreshAfter(action);
}
