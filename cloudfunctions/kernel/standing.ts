import { presentOrg, type OrgNode } from './orgTree';
import type { Others } from './others';
import { above, among, type Collection } from './port';

/**
 * Where an org stands now, for domains that let people into it. `near` are ids that are likely on the way up; then it is
 * one round trip. `undefined` where there is no such org, or where it hangs on nothing.
 */
export async function standingOf(others: Others, orgId: string, near: readonly string[]) {
  const { orgs } = others as unknown as { orgs: Collection<OrgNode> };
  const standing = await presentOrg(orgs, orgId, near);
  return standing?.reachesRoot === true ? standing : undefined;
}

/** Most archived orgs that one look tells of. */
const ARCHIVED = 1000;

/**
 * Which of these orgs, and of all below those that one runs, were archived: nobody takes part any more in what is theirs,
 * or of what is below them. One round trip.
 */
export async function archivedAmong(
  others: Others,
  orgIds: readonly string[],
  run: readonly string[],
): Promise<string[]> {
  const { orgs } = others as unknown as { orgs: Collection<OrgNode> };
  const where = [
    ...(orgIds.length > 0 ? [{ _id: among(orgIds) }] : []),
    ...(run.length > 0 ? [{ path: among(run) }] : []),
  ];
  if (where.length === 0) return [];
  const found = await orgs.find({ archivedAt: above(0), anyOf: where }, { limit: ARCHIVED, fields: ['_id'] });
  return found.map(({ _id }) => _id);
}
