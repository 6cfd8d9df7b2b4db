import { useEffect, useState } from 'react';
import { ORG_DEPTH_MAX } from '@contract/domains/org/constants';
import { useQueryCall, type QueryState } from '@/shared/call/query';
import type { OrgPage } from './OrgFacts';
import type { TreeNode } from './tree';

/*
 * What stands above an org, as far as this launch has seen: told with the question, it saves the server a round trip.
 * It may be behind; the server takes it as a hint.
 */
const parents = new Map<string, string>();

/** A tree was seen. */
export function noteTree(nodes: readonly TreeNode[]): void {
  for (const { id, parent } of nodes) {
    const above = parent === null ? undefined : nodes[parent];
    if (above) parents.set(id, above.id);
  }
}

/** A page was seen: what is above it and what is below. */
function notePage({ org, above, below }: OrgPage): void {
  [...above, org].forEach(({ id }, level, way) => {
    const parent = way[level - 1];
    if (parent) parents.set(id, parent.id);
  });
  for (const { id, merging } of below) if (!merging) parents.set(id, org.id);
}

/** The orgs above one, as far as is known, the nearest first. */
export function nearOf(id: string): string[] {
  const way: string[] = [];
  let at = parents.get(id);
  while (at !== undefined && way.length < ORG_DEPTH_MAX && !way.includes(at)) {
    way.push(at);
    at = parents.get(at);
  }
  return way;
}

/** The page of one org. A component shows one org only. */
export function useOrgPage(id: string): QueryState<OrgPage> {
  const [near] = useState(() => nearOf(id));
  const query = useQueryCall('org.page', near.length > 0 ? { orgId: id, near } : { orgId: id });
  const { data } = query;
  useEffect(() => {
    if (data) notePage(data);
  }, [data]);
  return query;
}
