import { useState } from 'react';
import { useCommandCall, type CommandInput } from '@/shared/call/command';
import type { CallError } from '@/shared/call/error';
import type { Draft } from '@/shared/draft/useDraft';
import { back } from '@/shared/nav';
import { useHere } from '@/shared/useHere';
import type { PlannedKind } from './changes';
import { useTellChanged } from './useUndoChange';

interface Changing<K extends PlannedKind> {
  send: (input: CommandInput<`org.${K}`>) => void;
  /** Until the page has gone: a second tap must not make a second change. */
  pending: boolean;
  error: CallError | null;
}

/** Makes a change of the tree, says so with the way back, and leads to where one came from. */
export function useChangeOrg<K extends PlannedKind>(
  kind: K,
  /** What was typed for it, forgotten once it is done. */
  draft?: Pick<Draft<unknown>, 'intention' | 'sent'>,
): Changing<K> {
  const here = useHere();
  const tell = useTellChanged();
  const [done, setDone] = useState(false);
  const { run, pending, error } = useCommandCall(`org.${kind}`, {
    ...(draft && { intention: draft.intention }),
    onDone: (reply) => {
      setDone(true);
      draft?.sent();
      tell(kind, reply);
      if (here()) back();
    },
  });
  return { send: (input) => void run(input), pending: pending || done, error };
}
