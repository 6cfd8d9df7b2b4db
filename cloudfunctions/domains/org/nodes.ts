import type { OrgKind } from '../../../contract/roles';
import { chainFrom, type OrgNode } from '../../kernel/orgTree';

/** What is read of an org for a tree or a page. */
export type TreeOrg = OrgNode & { kind: OrgKind };

type Known = ReadonlyMap<string, TreeOrg>;

export interface TreeNode {
  id: string;
  name: string;
  kind: OrgKind;
  parent: number | null;
  archived?: true;
}

/** The org that one lies below as people see it: where that was merged, the one it went into. */
function shownParent(known: Known, { parentId }: TreeOrg): string | undefined {
  if (parentId === null) return undefined;
  return chainFrom(known, parentId).ids.find((id) => known.get(id)?.mergedInto === undefined);
}

/**
 * The tree below an org, each after the one above it and siblings in the order in which they were read. By the parents
 * alone: what was read by a path that a move has overtaken does not come in. What was merged is not shown.
 */
export function treeBelow(orgs: readonly TreeOrg[], orgId: string): TreeNode[] {
  const known: Known = new Map(orgs.map((org) => [org._id, org]));
  const below = new Map<string, TreeOrg[]>();
  for (const org of known.values()) {
    const parent = org.mergedInto === undefined ? shownParent(known, org) : undefined;
    if (parent !== undefined) below.set(parent, [...(below.get(parent) ?? []), org]);
  }
  const nodes: TreeNode[] = [];
  const top = known.get(orgId);
  const isArchived = chainFrom(known, orgId).ids.some((id) => known.get(id)?.archivedAt !== undefined);
  const pending = top === undefined ? [] : [{ org: top, parent: null as number | null, away: isArchived }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { org, parent } = next;
    const away = next.away || org.archivedAt !== undefined;
    const { _id, name, kind } = org;
    const at = nodes.push({ id: _id, name, kind, parent, ...(away && { archived: true as const }) }) - 1;
    const children = below.get(_id) ?? [];
    for (const child of [...children].reverse()) pending.push({ org: child, parent: at, away });
  }
  return nodes;
}
