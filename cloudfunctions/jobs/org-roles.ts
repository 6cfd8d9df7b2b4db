import { isCityOwn, isHeldOn } from '../../contract/roleTable';
import type { Role } from '../../contract/roles';
import type { OrgDoc } from '../domains/org/collections';
import { endGrants } from '../domains/role/public';
import { deriveId } from '../kernel/ids';
import type { Others } from '../kernel/others';
import { presentOrg, type PresentOrg } from '../kernel/orgTree';
import type { Database } from '../schema';

interface Merger {
  /** The org that was merged. */
  doc: OrgDoc;
  /** The one that it was merged into. */
  to: PresentOrg;
  /** Names the change. */
  stamp: string;
  now: number;
}

/**
 * Ends roles on a merged org that nobody could come by on the other through a merger: those that are not held on such an
 * org, the city's own, and, where the other stands above it, all, since they would reach everything below that. Whoever is
 * to have one there is given it there. Done again, it comes to the same.
 */
export async function endStranded(db: Database, others: Others, { doc, to, stamp, now }: Merger): Promise<void> {
  const holders = await db.members.gather({ 'grants.orgId': doc._id }, { fields: ['grants'] });
  if (holders.length === 0) return;
  const [other, parent] = await Promise.all([db.orgs.get(to._id), presentOrg(db.orgs, doc.parentId ?? '')]);
  if (other === undefined) return;
  const place = { kind: other.kind, isRoot: other.parentId === null };
  const isAbove = parent?.rightsPath.includes(to._id) === true;
  const goesOver = (role: Role) => !isAbove && isHeldOn(role, place) && !isCityOwn(role, place);
  for (const { _id: memberId, grants } of holders) {
    const ending = grants.filter(({ orgId, role }) => orgId === doc._id && role !== 'member' && !goesOver(role));
    for (const role of new Set(ending.map((grant) => grant.role))) {
      const command = { commandId: deriveId('c', stamp, memberId, role), now, by: '' };
      await endGrants(others, { memberId, role, orgId: doc._id }, command);
    }
  }
}
