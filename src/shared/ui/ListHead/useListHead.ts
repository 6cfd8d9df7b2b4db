import { useState } from 'react';
import { useDebounced } from '@/shared/useDebounced';

/** Long enough to type a character with an input method, short enough not to be noticed. */
const PAUSE_MS = 350;

/** One choice by which a list is narrowed; none is everything. */
export interface Filter<K extends string = string> {
  key: K;
  /** Said before the choices: 状态. */
  label: string;
  /** What none of them is called, where that is not everything. */
  all?: string;
  options: readonly { value: string; label: string }[];
}

export interface ListHeadState<K extends string> {
  /** What is in the box. */
  typed: string;
  type: (typed: string) => void;
  /** What is looked for: the box after a pause. */
  q: string;
  /** What was chosen, by the filter's key. */
  chosen: Partial<Record<K, string>>;
  choose: (key: K, value: string | undefined) => void;
  /** Everything again. */
  clear: () => void;
}

/** What a list is narrowed by, for the head above it (`ListHead`) and for the query below. */
export function useListHead<K extends string = never>(): ListHeadState<K> {
  const [typed, type] = useState('');
  const [chosen, setChosen] = useState<Partial<Record<K, string>>>({});
  const paused = useDebounced(typed.trim(), PAUSE_MS);
  return {
    typed,
    type,
    // An emptied box counts at once.
    q: typed.trim() === '' ? '' : paused,
    chosen,
    choose: (key, value) => setChosen((old) => ({ ...old, [key]: value })),
    clear: () => {
      type('');
      setChosen({});
    },
  };
}
