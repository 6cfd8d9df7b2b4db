import { tones, type Tone } from '@contract/domains/book/constants';

interface Toned {
  tone: Tone;
}

/** Every tone, from the one after this. */
const after = (tone: Tone): Tone[] => {
  const at = tones.indexOf(tone) + 1;
  return [...tones.slice(at), ...tones.slice(0, at)];
};

/**
 * Tones for books that lie side by side: none has the tone of one of the `apart` books before it, so that in rows of up
 * to so many covers neighbours differ to the side and below. A book keeps its own tone when it can; one that cannot
 * takes one that the book after it does not want, so that as few as possible change.
 */
export function tonesBeside(books: readonly Toned[], apart = 1): Tone[] {
  const given: Tone[] = [];
  books.forEach(({ tone }, index) => {
    const taken = given.slice(Math.max(0, index - apart));
    const wanted = books[index + 1]?.tone;
    const free = after(tone).filter((other) => !taken.includes(other));
    given.push(taken.includes(tone) ? (free.find((other) => other !== wanted) ?? free[0] ?? tone) : tone);
  });
  return given;
}
