import { cleanText } from '@contract/text';

/**
 * Whether what stands is what was typed, as far as the server keeps it. A `null` that was typed is a value left open, so
 * anything may stand there.
 */
export function sameWords(typed: unknown, stands: unknown): boolean {
  if (typed === null) return true;
  if (typeof typed === 'string' && typeof stands === 'string')
    return [false, true].some((multiline) => cleanText(typed, multiline) === cleanText(stands, multiline));
  if (typeof typed !== 'object' || typeof stands !== 'object' || stands === null) return typed === stands;
  const names = new Set([...Object.keys(typed), ...Object.keys(stands)]);
  const [mine, theirs] = [new Map(Object.entries(typed)), new Map(Object.entries(stands))];
  return [...names].every((name) => sameWords(mine.get(name), theirs.get(name)));
}

/**
 * What stands on the server after a sending: `these` words; those of an `earlier` sending whose reply was lost, while
 * the words on screen are newer; or what somebody made of them since.
 */
export type Standing = 'these' | 'earlier' | 'other';

/** Which words a reply shows to stand, of those on screen and those that went unanswered before. */
export function standingOf<T>(words: T, unanswered: readonly T[], stands: T): Standing {
  const text = JSON.stringify(words);
  if (unanswered.every((earlier) => JSON.stringify(earlier) === text) || sameWords(words, stands)) return 'these';
  return unanswered.some((earlier) => sameWords(earlier, stands)) ? 'earlier' : 'other';
}
