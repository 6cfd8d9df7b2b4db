import type { ActionOutput } from '../../../contract/registry';
import { among } from '../../kernel/port';
import type { OrgDatabase } from './collections';
import { treeBelow, type TreeOrg } from './nodes';

const nodeFields = ['name', 'kind', 'parentId', 'mergedInto', 'handOverAt', 'archivedAt'] as const;

/** An org, all below it, and those of these ids. One round trip, also for thousands. */
export async function readTree(db: OrgDatabase, orgId: string, ids: readonly string[]): Promise<TreeOrg[]> {
  const found = await db.orgs.gather(
    { anyOf: [{ path: orgId }, { parentId: orgId }, { _id: among([orgId, ...ids]) }] },
    {
      sort: [
        ['nameSort', 1],
        ['_id', 1],
      ],
      fields: nodeFields,
    },
  );
  // Paths and codes of thousands of orgs are not read: nothing here asks for them.
  return found.map((org) => ({ ...org, path: [], joinCode: '' }));
}

/** The tree below an org as the contract has it. */
export function treeView(orgs: readonly TreeOrg[], orgId: string, path: readonly string[]): ActionOutput<'org.tree'> {
  const names = new Map(orgs.map(({ _id, name }) => [_id, name]));
  return {
    orgId,
    above: path.slice(0, -1).map((id) => ({ id, name: names.get(id) ?? '' })),
    nodes: treeBelow(orgs, orgId),
  };
}
