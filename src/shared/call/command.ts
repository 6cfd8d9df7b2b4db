import { useRef, useState } from 'react';
import type { ActionInput, ActionOutput, CommandName } from '@contract/registry';
import { call } from './call';
import { newCommandId } from './command-id';
import { asCallError, type CallError } from './error';

type WithoutId<T> = T extends unknown ? Omit<T, 'commandId'> : never;
export type CommandInput<N extends CommandName> = WithoutId<ActionInput<N>>;

export interface CommandState<N extends CommandName> {
  /** Sends once; resolves to the reply, or to undefined when refused (see `error`) or when one is on its way already. */
  run: (input: CommandInput<N>) => Promise<ActionOutput<N> | undefined>;
  pending: boolean;
  error: CallError | null;
}

/**
 * A command whose id is made once per intention: trying the same input again after a failure sends the same id, so a
 * command whose reply was lost happens once. A changed input is a new intention.
 */
export function useCommandCall<N extends CommandName>(
  action: N,
  options: { onDone?: (reply: ActionOutput<N>) => void; onFail?: (error: CallError) => void } = {},
): CommandState<N> {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const intention = useRef<{ input: string; id: string } | null>(null);
  const busy = useRef(false);

  const run = async (input: CommandInput<N>) => {
    if (busy.current) return undefined;
    busy.current = true;
    const text = JSON.stringify(input);
    if (intention.current?.input !== text) intention.current = { input: text, id: newCommandId() };
    setPending(true);
    setError(null);
    try {
      const command: unknown = { ...input, commandId: intention.current.id };
      const reply = await call(action, command as ActionInput<N>);
      intention.current = null;
      options.onDone?.(reply);
      return reply;
    } catch (thrown) {
      const failure = asCallError(thrown);
      setError(failure);
      options.onFail?.(failure);
      return undefined;
    } finally {
      busy.current = false;
      setPending(false);
    }
  };
  return { run, pending, error };
}
