import { toIsbn13 } from '../../../contract/isbn';

/*
 * Search in Chinese without a word list: a text is found by the pairs of neighbouring characters in it. A pair is rare
 * enough to search by, and an index of pairs needs no scan, unlike a regular expression.
 */

/** Runs of letters, digits and Chinese characters, in one width and one case; the rest is only between them. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words run together: what is left of a text for telling whether two are the same. */
export const plain = (text: string): string => wordsOf(text).join('');

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** What a book is found by: single characters and pairs of its title and author, and its ISBN. */
export function searchTerms({ title, author, isbn }: { title: string; author: string; isbn: string | null }): string[] {
  const texts = [plain(title), plain(author)];
  return [...new Set([...texts.flatMap((text) => [...text, ...pairsOf(text)]), ...(isbn === null ? [] : [isbn])])];
}

/** The terms that a book must have all of to be found; none when there is nothing to look for. */
export function queryTerms(query: string): string[] {
  const isbn = toIsbn13(query.normalize('NFKC'));
  if (isbn !== undefined) return [isbn];
  return [...new Set(wordsOf(query).flatMap((word) => ([...word].length === 1 ? [word] : pairsOf(word))))];
}

/** How near a book comes to a query, 0 the nearest: its very title, a title that begins so, one that has it, the rest. */
export function distance(title: string, query: string): number {
  const [found, sought] = [plain(title), plain(query)];
  if (found === sought) return 0;
  if (found.startsWith(sought)) return 1;
  return found.includes(sought) ? 2 : 3;
}
