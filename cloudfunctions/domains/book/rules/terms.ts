import { toIsbn13 } from '../../../../contract/isbn';
import { identityTerm, plain, wordsOf, type Identified } from './identity';

/*
 * Search in Chinese without a word list: a text is found by the pairs of neighbouring characters in it. A pair is rare
 * enough to search by, and an index of pairs needs no scan, unlike a regular expression.
 */

function pairsOf(word: string): string[] {
  const characters = [...word];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** What a book is found by: single characters and pairs of its title and author, its ISBN, and which book it is. */
export function searchTerms(facts: Identified): string[] {
  const { title, author, isbn } = facts;
  const texts = [plain(title), plain(author)].flatMap((text) => [...text, ...pairsOf(text)]);
  return [...new Set([...texts, ...(isbn === null ? [] : [isbn]), identityTerm(facts)])];
}

/** Long enough to sort by, short enough for a cursor. */
const SORTED_BY = 60;

/** What titles are sorted by: without signs, so that 《家》 stands where 家 is looked for; never empty. */
export const sortTitleOf = (title: string): string => [...(plain(title) || title)].slice(0, SORTED_BY).join('');

/** The terms that a book must have all of to be found; none when there is nothing to look for. */
export function queryTerms(query: string): string[] {
  const isbn = toIsbn13(query);
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
