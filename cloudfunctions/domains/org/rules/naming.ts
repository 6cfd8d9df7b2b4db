import type { OrgDoc } from '../collections';

/** What stands in place of a code where nobody joins: nobody can type it, and it is unique as the index wants it. */
export const closedCode = (orgId: string): string => `closed-${orgId}`;

/** The code that people join the org with; null where nobody joins. */
export const joinCodeOf = ({ joinCode }: Pick<OrgDoc, 'joinCode'>): string | null =>
  joinCode.startsWith('closed-') ? null : joinCode;

/** A name as it is compared: one width, one case, no spaces. */
const comparable = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** What a search asks for, its parts in any order: `文学院 2401`. Empty where nothing is asked. */
export const partsOf = (q = ''): string[] =>
  q
    .split(/\s+/)
    .map(comparable)
    .filter((part) => part !== '');

/** Whether every part of what is searched for is in the org's own name or in that of one above it: `城南 支部`. */
export const namesHave = (names: readonly string[], parts: readonly string[]): boolean => {
  const known = names.map(comparable);
  return parts.every((part) => known.some((name) => name.includes(part)));
};

/** Whether an org is another one than `orgId` and has a code. */
export const isCodedBelow =
  (orgId: string) =>
  (org: Pick<OrgDoc, '_id' | 'joinCode'>): boolean =>
    org._id !== orgId && joinCodeOf(org) !== null;

/** The orgs above one and below `orgId`: what is common to all of a search says nothing about one of it. */
export const between = (orgId: string, path: readonly string[]): readonly string[] =>
  path.slice(path.indexOf(orgId) + 1, -1);
