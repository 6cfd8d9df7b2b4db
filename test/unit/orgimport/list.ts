import type { OrgRow } from '../../../cloudfunctions/domains/orgimport/rules/rows';
import { type KnownOrg, type Tree, treeOf } from '../../../cloudfunctions/domains/orgimport/rules/tree';
import { org } from '../kernel/people';

export const row = (line: number, id: string, parentId: string | null, name = `组织${id}`): OrgRow => ({
  line,
  id,
  name,
  kind: 'branch',
  parentId,
  joinCode: null,
});

export const city = org(['city']);
export const east = org(['city', 'east']);
export const inEast = (id: string, extra: Parameters<typeof org>[1] = {}): KnownOrg => org(['city', 'east', id], extra);

/** The tree of the east, or of another org of these. */
export function treeWith(orgs: readonly KnownOrg[], orgId = 'east'): Tree {
  const tree = treeOf([east, ...orgs], orgId);
  if (tree === undefined) throw new Error(`no ${orgId}`);
  return tree;
}
