import { useState } from 'react';
import { forget, keepForGood, readKept } from '@/shared/draft/storage';
import { addRecent } from './recent';

const NAME = 'recent-searches';

/** Anything else than texts was left by another version of the app. */
const texts = (kept: unknown): string[] =>
  Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string') : [];

/** Searches that led to a book, kept on this phone only. */
export function useRecent() {
  const [recent, setRecent] = useState(() => texts(readKept<unknown>(NAME)));
  const remember = (q: string): void => {
    const next = addRecent(recent, q);
    keepForGood(NAME, next);
    setRecent(next);
  };
  const clear = (): void => {
    forget(NAME);
    setRecent([]);
  };
  return { recent, remember, clear };
}
