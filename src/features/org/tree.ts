import type { ActionOutput } from '@contract/registry';

export type TreeNode = ActionOutput<'org.tree'>['nodes'][number];

/** A row of the tree as it stands open now. */
export interface TreeRow extends Omit<TreeNode, 'parent'> {
  /** 0 at the top. */
  level: number;
  /** How many there are below it, on all levels. */
  below: number;
  open: boolean;
  /** The one above it in this tree. */
  parentId: string | null;
}

/** A tree of so many is shown whole at first, a larger one down to the first level. */
const SHOWN_WHOLE = 60;

/** Which nodes have something below them, and how much; those of an archived part count where they are shown. */
function countBelow(nodes: readonly TreeNode[], isShown: (node: TreeNode) => boolean): number[] {
  const below = nodes.map(() => 0);
  for (let at = nodes.length - 1; at > 0; at -= 1) {
    const node = nodes[at];
    if (node === undefined || node.parent === null || !isShown(node)) continue;
    below[node.parent] = (below[node.parent] ?? 0) + (below[at] ?? 0) + 1;
  }
  return below;
}

export const openAtFirst = (nodes: readonly TreeNode[]): ReadonlySet<string> =>
  new Set((nodes.length <= SHOWN_WHOLE ? nodes : nodes.slice(0, 1)).map(({ id }) => id));

/** The rows that are seen while these nodes are open: a node comes after the one above it, siblings as they came. */
export function rowsOf(nodes: readonly TreeNode[], open: ReadonlySet<string>, archived: boolean): TreeRow[] {
  const isShown = (node: TreeNode): boolean => archived || node.archived !== true;
  const below = countBelow(nodes, isShown);
  // Of a node that is not seen nothing is known, and so nothing below it is seen.
  const seen: (TreeRow | undefined)[] = [];
  nodes.forEach(({ parent, ...node }, at) => {
    const above = parent === null ? null : seen[parent];
    if (above === undefined || above?.open === false || !isShown({ parent, ...node })) return;
    seen[at] = {
      ...node,
      level: above === null ? 0 : above.level + 1,
      below: below[at] ?? 0,
      open: (below[at] ?? 0) > 0 && open.has(node.id),
      parentId: above?.id ?? null,
    };
  });
  return seen.flatMap((row) => row ?? []);
}
