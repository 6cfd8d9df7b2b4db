import { useContext, useRef, useState } from 'react';
import type { Intention } from '@/shared/call/intention';
import { PageScope } from '@/shared/call/scope';
import { standingOf, type Standing } from './standing';
import { forget, keep, readTyped } from './storage';
import { useIntention } from './useIntention';

export interface Draft<T> {
  value: T;
  /** True when something was typed, now or before the form was left. */
  touched: boolean;
  /** True when the form opened with what was typed earlier. */
  restored: boolean;
  /** The id of its command lives with the draft. */
  intention: Intention;
  /** What was sent and never answered: it may have happened. */
  unanswered: readonly T[];
  change: (update: (old: T) => T) => void;
  /** Which words a reply shows to stand. */
  standing: (stands: T) => Standing;
  /** Throws away what was typed; the form shows `initial` again. Gives the way back. */
  discard: () => () => void;
  /** It has been sent: forgets the copy on the phone and leaves the form as it is. */
  sent: () => void;
}

/**
 * The content of a form, kept on the phone from the first keystroke until it is sent or thrown away: a failed call, a
 * lost network, a phone call or leaving the page lose nothing. An untouched form follows `initial`. Fields that a newer
 * version of the form added are filled from `initial`.
 */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  useContext(PageScope).writes(name);
  const [{ typed, restored }, set] = useState(() => {
    const kept = readTyped(name, initial);
    return { typed: kept, restored: kept !== undefined };
  });
  // Two changes in one event must build on each other, before React has rendered the first.
  const latest = useRef(typed);
  const value = typed ? { ...initial, ...typed } : initial;
  const current = () => (latest.current ? { ...initial, ...latest.current } : initial);
  const intention = useIntention(name, current);
  const { unanswered } = intention;

  const write = (next: T | undefined): void => {
    latest.current = next;
    if (next) keep(name, next);
    else forget(name);
    set((old) => ({ typed: next, restored: next !== undefined && old.restored }));
  };
  return {
    value,
    touched: typed !== undefined,
    restored,
    intention,
    unanswered,
    change: (update) => write(update(current())),
    standing: (stands) => standingOf(value, unanswered, stands),
    discard: () => {
      const [words, sending] = [latest.current, intention.held()];
      write(undefined);
      intention.hold(undefined);
      return () => {
        if (words) write(words);
        intention.hold(sending);
      };
    },
    sent: () => forget(name),
  };
}
