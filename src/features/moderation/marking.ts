/** A stretch of a text; `marked` where it is what somebody should look at. */
export interface Stretch {
  text: string;
  marked: boolean;
}

/** One width and case; empty for what stands between letters and may hide a word. */
const folded = (character: string): string =>
  character
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Where the words that the list found stand in a text, whatever their width, case and the signs between their
 * characters. What is written in traditional characters is not found here; the words are named beside the text anyway.
 */
export function markedIn(text: string, words: readonly string[]): Stretch[] {
  const characters = Array.from(text);
  const letters = characters.flatMap((character, at) =>
    Array.from(folded(character)).map((letter) => ({ letter, at })),
  );
  const line = letters.map(({ letter }) => letter);
  const marked = new Set<number>();
  for (const word of words) {
    const sought = Array.from(word).flatMap((character) => Array.from(folded(character)));
    if (sought.length === 0) continue;
    for (let from = 0; from + sought.length <= line.length; from += 1) {
      if (!sought.every((letter, place) => line[from + place] === letter)) continue;
      const first = letters[from]?.at ?? 0;
      const last = letters[from + sought.length - 1]?.at ?? first;
      for (let at = first; at <= last; at += 1) marked.add(at);
    }
  }
  return joined(characters.map((character, at) => ({ text: character, marked: marked.has(at) })));
}

/** Neighbours alike become one stretch. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { text, marked } of stretches) {
    const last = all[all.length - 1];
    if (last?.marked === marked) last.text += text;
    else all.push({ text, marked });
  }
  return all;
}
