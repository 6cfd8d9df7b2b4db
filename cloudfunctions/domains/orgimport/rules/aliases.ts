import type { OrgRow } from './rows';

/** What was decided on rows, by their keys: a number of the file, or of an org that the file does not have. */
export type Choices = Readonly<Record<string, string>>;

const IS = 'is-';
const AS = 'as-';
export const isOrg = (orgId: string): string => `${IS}${orgId}`;
export const asRow = (rowId: string): string => `${AS}${rowId}`;

/**
 * Numbers of the file that stand for an org of another number, by decision: `is-<org>` on the row, or `as-<row>` on the
 * org. Only for a number that no org has, and for an org that may stand for one; each of both once.
 */
export function aliasesOf(
  choices: Choices,
  rows: readonly OrgRow[],
  { isFree, mayBe }: { isFree: (rowId: string) => boolean; mayBe: (orgId: string) => boolean },
): Map<string, string> {
  const own = new Set(rows.map(({ id }) => id));
  const claims = Object.entries(choices).flatMap(([key, choice]): [string, string][] => {
    if (choice.startsWith(IS)) return [[key, choice.slice(IS.length)]];
    return choice.startsWith(AS) ? [[choice.slice(AS.length), key]] : [];
  });
  const aliases = new Map<string, string>();
  const taken = new Set<string>();
  for (const [rowId, orgId] of claims) {
    if (!own.has(rowId) || own.has(orgId) || aliases.has(rowId) || taken.has(orgId)) continue;
    if (!isFree(rowId) || !mayBe(orgId)) continue;
    aliases.set(rowId, orgId);
    taken.add(orgId);
  }
  return aliases;
}

/** Rows with the numbers that they stand for. */
export const resolved = (rows: readonly OrgRow[], aliases: ReadonlyMap<string, string>): OrgRow[] =>
  rows.map((row) => ({
    ...row,
    id: aliases.get(row.id) ?? row.id,
    parentId: row.parentId === null ? null : (aliases.get(row.parentId) ?? row.parentId),
  }));
