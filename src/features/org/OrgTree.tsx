import { View } from '@tarojs/components';
import type { ActionOutput } from '@contract/registry';
import { Button } from '@/shared/ui/Button/Button';
import { LongList } from '@/shared/ui/LongList/LongList';
import { useOpener } from '@/shared/wide/chosen';
import { rowsOf } from './tree';
import { useTreeKeys } from './treeKeys';
import { TreeRow } from './TreeRow';
import { useOpenNodes } from './useOpenNodes';
import '@/shared/ui/Table/Table.scss';
import './OrgTree.scss';

interface Props {
  tree: ActionOutput<'org.tree'>;
  /** Those that were archived as well. */
  archived: boolean;
}

const ROW_PX = 45;

/** A whole tree of orgs, folded where it is large. */
export function OrgTree({ tree: { nodes }, archived }: Props) {
  const { open, set, openAll, closeAll } = useOpenNodes(nodes);
  const opener = useOpener('orgPage');
  const rows = rowsOf(nodes, open, archived);
  const rowOf = (id: string) => rows.find((row) => row.id === id);
  useTreeKeys({
    set: (id, on) => {
      const row = rowOf(id);
      if (!row || row.below === 0 || row.open === on) return false;
      set(id, on);
      return true;
    },
    parentOf: (id) => rowOf(id)?.parentId ?? null,
  });
  return (
    <View className="sx-table org-tree">
      {nodes.length > 1 && (
        <View className="org-tree__ways">
          <Button kind="text" onClick={openAll}>
            全部展开
          </Button>
          <Button kind="text" onClick={closeAll}>
            全部收起
          </Button>
        </View>
      )}
      <LongList items={rows} keyOf={({ id }) => id} rowHeight={ROW_PX}>
        {(row) => (
          <TreeRow
            row={row}
            current={opener.isCurrent(row.id)}
            onOpen={() => opener.open(row.id)}
            onFold={() => set(row.id, !row.open)}
          />
        )}
      </LongList>
    </View>
  );
}
