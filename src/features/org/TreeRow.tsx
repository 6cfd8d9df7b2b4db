import { Text, View } from '@tarojs/components';
import { Tap } from '@/shared/ui/Tap/Tap';
import type { TreeRow as Row } from './tree';
import { rowId } from './treeKeys';

interface Props {
  row: Row;
  current: boolean;
  onOpen: () => void;
  onFold: () => void;
}

/** Deeper levels stand no further in: the name needs its room. */
const DEEPEST = 6;

/** One org of the tree: what opens and closes what is below it, its name, and how much that is. */
export function TreeRow({ row: { id, name, level, below, open, archived }, current, onOpen, onFold }: Props) {
  return (
    <View
      id={rowId(id)}
      className={`sx-table__row org-tree__row org-tree__row--${Math.min(level, DEEPEST)} ${current ? 'sx-table__row--current' : ''}`}
    >
      {below > 0 ? (
        <Tap className="org-tree__fold" label={`${open ? '收起' : '展开'}${name}`} expanded={open} onTap={onFold}>
          <View className={`org-tree__arrow ${open ? 'org-tree__arrow--open' : ''}`} ariaHidden />
        </Tap>
      ) : (
        <View className="org-tree__leaf" />
      )}
      <Tap className="org-tree__name sx-table__open sx-table__main" current={current} onTap={onOpen}>
        {name}
      </Tap>
      {(archived || below > 0) && <Text className="org-tree__state">{archived ? '已归档' : `${below} 个下级`}</Text>}
    </View>
  );
}
