import { useState } from 'react';
import { openAtFirst, type TreeNode } from './tree';

interface OpenNodes {
  open: ReadonlySet<string>;
  set: (id: string, open: boolean) => void;
  openAll: () => void;
  closeAll: () => void;
}

/** Which nodes of a tree stand open; a change of the tree leaves them as they are. */
export function useOpenNodes(nodes: readonly TreeNode[]): OpenNodes {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const open = chosen ?? openAtFirst(nodes);
  return {
    open,
    set: (id, on) => setChosen(new Set(on ? [...open, id] : [...open].filter((other) => other !== id))),
    openAll: () => setChosen(new Set(nodes.map(({ id }) => id))),
    closeAll: () => setChosen(new Set(nodes.slice(0, 1).map(({ id }) => id))),
  };
}
