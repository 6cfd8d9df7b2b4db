import type { presentOrg } from './orgTree';

/** What becomes of where somebody belongs; ids of orgs. */
export interface BelongingChange {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  /** Not of somebody who belongs anywhere. */
  readonly only?: 'without org';
}

/** Where orgs stand, by the ids that were asked for. */
type Standings = ReadonlyMap<string, Awaited<ReturnType<typeof presentOrg>>>;

/** What is to leave an org of this id: itself, or, where it was merged and he has been taken along, what it is now. */
const leaving = (orgIds: readonly string[], id: string, standings: Standings): string | undefined =>
  [id, standings.get(id)?.org._id].find((each) => each !== undefined && orgIds.includes(each));

/**
 * Orgs and scope after a change, or why there is none. What he joins takes the place of what he leaves, since the first
 * org is the one that is shown first.
 */
export function belongingAfter(
  orgIds: readonly string[],
  { add = [], remove = [], only }: BelongingChange,
  standings: Standings,
): { orgIds: string[]; scope: string[] } | 'not there' | 'no org' {
  const left = remove.map((id) => leaving(orgIds, id, standings)).filter((id) => id !== undefined);
  if (remove.length > 0 && left.length === 0) return 'not there';
  if (only !== undefined && orgIds.length > 0) return 'not there';
  const joined = add.map((id) => standings.get(id));
  if (joined.some((standing) => standing?.reachesRoot !== true)) return 'no org';
  const added = joined.flatMap((standing) => standing?.org._id ?? []);
  const at = left.length === 0 ? orgIds.length : Math.min(...left.map((id) => orgIds.indexOf(id)));
  const staying = (ids: readonly string[]) => ids.filter((id) => !left.includes(id));
  const after = [...new Set([...staying(orgIds.slice(0, at)), ...added, ...staying(orgIds.slice(at))])];
  const paths = after.flatMap((id) => {
    const own = standings.get(id)?.copied;
    const known = own ?? [...standings.values()].find((standing) => standing?.org._id === id)?.org;
    return known?.path ?? [];
  });
  return { orgIds: after, scope: [...new Set(paths)] };
}
