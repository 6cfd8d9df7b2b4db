import type { Others } from '../../kernel/others';
import { orgsAmong, orgsBelow } from '../org/public';
import type { OrgRow } from './rules/rows';
import { type Tree, treeOf } from './rules/tree';

/**
 * The tree of an org, and the orgs elsewhere that rows name. A round trip for each thousand of both; `undefined` where
 * there is no such org.
 */
export async function readTree(
  others: Others,
  orgId: string,
  rows: readonly Pick<OrgRow, 'id' | 'parentId'>[] = [],
): Promise<Tree | undefined> {
  const below = await orgsBelow(others, orgId);
  const known = new Set(below.map(({ _id }) => _id));
  const named = new Set(rows.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])));
  const elsewhere = await orgsAmong(
    others,
    [...named].filter((id) => !known.has(id)),
  );
  return treeOf([...below, ...elsewhere], orgId);
}
