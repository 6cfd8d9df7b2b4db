import { pinyin } from 'pinyin-pro';

/*
 * Names as they are found by what people type: characters, pinyin and initials, from any character of the name on
 * (docs/adr/0033). A name's keys are stored with it and indexed, so a search is one read by a prefix.
 */

/** What is stored of a name beside it. */
export interface SearchKeys {
  /** Its pinyin, by which names are sorted: 白 before 陈. */
  nameSort: string;
  /** What it is found by: a search finds the names that have a key which begins with it. */
  nameKeys: string[];
}

/** Characters of a name that are looked at; a name is not longer (`contract/`). */
const NAME_MAX = 60;

/** A text as it is compared: one width, one case, letters, digits and characters only. */
export const foldSearch = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** How each character of a folded name is read, one syllable each; what has no reading stands for itself. */
const syllablesOf = (folded: string, kind: 'person' | 'thing'): string[] =>
  pinyin(folded, {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(kind === 'person' && { mode: 'surname' as const }),
  });

/** Every end of a list of parts, joined: of [a, b] `ab` and `b`. */
const endsOf = (parts: readonly string[]): string[] => parts.map((_, from) => parts.slice(from).join(''));

/** What is stored of a name; in a person's the first character is read as a surname (单 shàn, 曾 zēng). */
export function searchKeysOf(name: string, kind: 'person' | 'thing'): SearchKeys {
  const folded = foldSearch([...name].slice(0, NAME_MAX).join(''));
  const syllables = syllablesOf(folded, kind);
  const initials = syllables.map((syllable) => [...syllable].slice(0, 1).join(''));
  const keys = [[...folded], syllables, initials].flatMap(endsOf);
  return { nameSort: syllables.join(' '), nameKeys: [...new Set(keys)] };
}
