import { useRef, useState } from 'react';
import { forget, keep, readKept } from './storage';

export interface Draft<T> {
  value: T;
  /** True when something was typed, now or before the form was left. */
  touched: boolean;
  /** True when the form opened with what was typed earlier. */
  restored: boolean;
  change: (update: (old: T) => T) => void;
  /** Throws away what was typed; the form shows `initial` again. */
  discard: () => void;
  /** It has been sent: forgets the copy on the phone and leaves the form as it is. */
  sent: () => void;
}

/**
 * The content of a form, kept on the phone from the first keystroke until it is sent or thrown away: a failed call, a
 * lost network, a phone call or leaving the page lose nothing. An untouched form follows `initial`. Fields that a newer
 * version of the form added are filled from `initial`.
 */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const [{ typed, restored }, set] = useState(() => {
    const kept = readKept<T>(name);
    return { typed: kept, restored: kept !== undefined };
  });
  // Two changes in one event must build on each other, before React has rendered the first.
  const latest = useRef(typed);
  const value = typed ? { ...initial, ...typed } : initial;

  return {
    value,
    touched: typed !== undefined,
    restored,
    change: (update) => {
      latest.current = update(latest.current ? { ...initial, ...latest.current } : initial);
      keep(name, latest.current);
      set((old) => ({ ...old, typed: latest.current }));
    },
    discard: () => {
      latest.current = undefined;
      forget(name);
      set({ typed: undefined, restored: false });
    },
    sent: () => forget(name),
  };
}
