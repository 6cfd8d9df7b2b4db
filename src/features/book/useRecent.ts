import { useState } from 'react';
import { forget, keep, readKept } from '@/shared/draft/storage';
import { addRecent } from './recent';

const NAME = 'recent-searches';

/** Searches that led to a book, kept on this phone only. */
export function useRecent() {
  const [recent, setRecent] = useState(() => readKept<string[]>(NAME) ?? []);
  const remember = (q: string): void => {
    const next = addRecent(recent, q);
    keep(NAME, next);
    setRecent(next);
  };
  const clear = (): void => {
    forget(NAME);
    setRecent([]);
  };
  return { recent, remember, clear };
}
