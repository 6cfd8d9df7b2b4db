import { useRef, useState } from 'react';
import type { ActionInput, ActionOutput, CommandName } from '@contract/registry';
import { call } from './call';
import { asCallError, isPassing, type CallError } from './error';
import { passingIntention, type Intention } from './intention';
import { refreshAfter, refreshIfBehind } from './stale';

type WithoutId<T> = T extends unknown ? Omit<T, 'commandId'> : never;
export type CommandInput<N extends CommandName> = WithoutId<ActionInput<N>>;

export interface CommandState<N extends CommandName> {
  /** Sends once; resolves to the reply, or to undefined when refused (see `error`) or when one is on its way already. */
  run: (input: CommandInput<N>) => Promise<ActionOutput<N> | undefined>;
  pending: boolean;
  error: CallError | null;
}

interface Options<N extends CommandName> {
  /** Whose id to send under; a draft's own where there is one, so that it outlives the page. */
  intention?: Intention;
  /** With the id that it was sent under, for an undo to name. */
  onDone?: (reply: ActionOutput<N>, commandId: string) => void;
  onFail?: (error: CallError) => void;
  /** Whether something is sent on top of this reply at once: nothing is asked for again in between. */
  followed?: (reply: ActionOutput<N>) => boolean;
  /** The screen showed it as done before it was sent: any failure asks again for what it would have made stale. */
  optimistic?: boolean;
}

/**
 * A command whose id is made once per intention: sent again after a failure it has the same id, so a command whose reply
 * was lost happens once. What it makes stale is asked for again by itself.
 */
export function useCommandCall<N extends CommandName>(action: N, options: Options<N> = {}): CommandState<N> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const [passing] = useState(passingIntention);
  const intention = options.intention ?? passing;
  const busy = useRef(false);

  const run = async (input: CommandInput<N>) => {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(true);
    setError(null);
    try {
      const commandId = intention.begin(JSON.stringify(input));
      const command: unknown = { ...input, commandId };
      const reply = await call(action, command as ActionInput<N>);
      intention.done();
      if (options.followed?.(reply) !== true) refreshAfter(action);
      options.onDone?.(reply, commandId);
      return reply;
    } catch (thrown) {
      const failure = asCallError(thrown);
      if (!isPassing(failure.code)) intention.refused();
      setError(failure);
      if (options.optimistic) refreshAfter(action);
      else refreshIfBehind(action, failure);
      options.onFail?.(failure);
      return undefined;
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  return { run, pending, error };
}
