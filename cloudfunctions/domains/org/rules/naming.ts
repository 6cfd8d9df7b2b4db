import { foldSearch } from '../../../shared/search/rules/keys';
import type { OrgDoc } from '../collections';

/** What stands in place of a code where nobody joins: nobody can type it, and it is unique as the index wants it. */
export const closedCode = (orgId: string): string => `closed-${orgId}`;

/** The code that people join the org with; null where nobody joins. */
export const joinCodeOf = ({ joinCode }: Pick<OrgDoc, 'joinCode'>): string | null =>
  joinCode.startsWith('closed-') ? null : joinCode;

/** The words of a search, in any order: `文学院 2401`. Empty where nothing is asked that could be found. */
export const wordsOf = (q: string): string[] => q.split(/\s+/).filter((word) => foldSearch(word) !== '');

/** The order of names by pinyin, of two alike by their ids, as the database has it. */
export function standsInOrder(one: Pick<OrgDoc, '_id' | 'nameSort'>, other: Pick<OrgDoc, '_id' | 'nameSort'>): number {
  const [a, b] = [one.nameSort ?? '', other.nameSort ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  return one._id < other._id ? -1 : one._id > other._id ? 1 : 0;
}
