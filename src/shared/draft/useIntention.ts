import { useContext, useRef, useState } from 'react';
import { newCommandId } from '@/shared/call/command-id';
import type { Intention } from '@/shared/call/intention';
import { PageScope } from '@/shared/call/scope';
import { forget, keep, readKept } from './storage';

/** What the phone keeps of a draft's command from its first sending until it is known what became of it. */
export interface Sending<T> {
  id: string;
  /** The words of each sending that was not answered, the latest last. */
  sent: T[];
}

/** Sendings remembered; of more than that only the last words can be told from somebody else's. */
const SENT_MAX = 5;

/** What was kept; of another shape, by an older version of the app, it counts as nothing. */
function readSending<T>(key: string): Sending<T> | undefined {
  const kept = readKept<Partial<Sending<T>>>(key);
  return typeof kept?.id === 'string' && Array.isArray(kept.sent) ? { id: kept.id, sent: kept.sent } : undefined;
}

export interface DraftIntention<T> extends Intention {
  /** What was sent under the same id before and not answered. */
  unanswered: readonly T[];
  /** Puts back what was kept of it, or throws it away. */
  hold: (sending: Sending<T> | undefined) => void;
  /** What there is to put back. */
  held: () => Sending<T> | undefined;
}

/**
 * The intention of a draft: one id from the first sending until the thing is known to be done or the draft is thrown
 * away, whatever the words become meanwhile and wherever the form is opened again (docs/adr/0013).
 */
export function useIntention<T>(name: string, words: () => T): DraftIntention<T> {
  const key = `${name}:sending`;
  useContext(PageScope).writes(key);
  const [sending, show] = useState(() => readSending<T>(key));
  const latest = useRef(sending);

  const hold = (next: Sending<T> | undefined): void => {
    latest.current = next;
    if (next) keep(key, next);
    else forget(key);
    show(next);
  };
  return {
    unanswered: sending?.sent ?? [],
    hold,
    held: () => latest.current,
    // Kept before it is sent: the app may end while the call is on its way.
    begin: () => {
      const { id, sent } = latest.current ?? { id: newCommandId(), sent: [] };
      hold({ id, sent: [...sent, words()].slice(-SENT_MAX) });
      return id;
    },
    done: () => hold(undefined),
    refused: () => {
      const before = latest.current?.sent.slice(0, -1) ?? [];
      hold(latest.current && before.length > 0 ? { ...latest.current, sent: before } : undefined);
    },
  };
}
