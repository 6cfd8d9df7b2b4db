import type { OrgDoc } from '../collections';

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

/** Whether an org's name has every part of what is searched for. */
export const nameHas = (name: string, parts: readonly string[]): boolean => {
  const known = comparable(name);
  return parts.every((part) => known.includes(part));
};

/** Whether an org is another one than `orgId`, has a code, and a name with every part. */
export const isCodedBelow =
  (orgId: string, parts: readonly string[]) =>
  (org: Pick<OrgDoc, '_id' | 'name' | 'joinCode'>): boolean =>
    org._id !== orgId && joinCodeOf(org) !== null && nameHas(org.name, parts);
