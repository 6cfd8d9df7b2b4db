import { useId, useState } from 'react';
import { View } from '@tarojs/components';
import { arrange, nextSort, type Sort } from './arrange';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { GridTools } from './GridTools';
import { useTableKeys } from './keys';
import type { TableProps } from './props';
import './Table.scss';

const TICK_WIDTH = '24px';

/** The table itself, with what is sorted, found and ticked in it. */
export function Grid<T>(props: TableProps<T>) {
  const { label, columns, items, keyOf, nameOf, more = false, find, onOpen, isCurrent, bulk } = props;
  const [sort, setSort] = useState<Sort | null>(null);
  const [filter, setFilter] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const shown = arrange(items, columns, sort, filter);
  // What is ticked but not in sight would be acted on unseen.
  const chosen = shown.filter((item) => ticked.has(keyOf(item)));
  const tick = (some: readonly T[], on: boolean): void => {
    const keys = some.map(keyOf);
    setTicked(new Set(on ? [...ticked, ...keys] : [...ticked].filter((key) => !keys.includes(key))));
  };
  const id = useId();
  useTableKeys(id, () => {
    if (filter !== '') setFilter('');
    else setTicked(new Set());
  });
  const tracks = [...(bulk ? [TICK_WIDTH] : []), ...columns.map(({ width }) => width)].join(' ');
  return (
    <View id={id} className="sx-table">
      <GridTools
        find={find}
        filter={filter}
        onFilter={setFilter}
        ticked={chosen.length}
        onClear={() => setTicked(new Set())}
        bulk={bulk?.(chosen)}
        partly={more ? `只在已取来的 ${items.length} 条里排序${find ? '和查找' : ''}` : undefined}
      />
      <View className="sx-table__grid" ariaRole="table" ariaLabel={label}>
        <GridHead
          tracks={tracks}
          columns={columns}
          sort={sort}
          onSort={(key) => setSort(nextSort(sort, key))}
          allTicked={bulk && shown.length > 0 ? chosen.length === shown.length : undefined}
          onTickAll={(on) => tick(shown, on)}
        />
        {shown.map((item) => (
          <GridRow
            key={keyOf(item)}
            tracks={tracks}
            columns={columns}
            item={item}
            name={nameOf(item)}
            ticked={bulk && ticked.has(keyOf(item))}
            onTick={(on) => tick([item], on)}
            current={isCurrent?.(item)}
            onOpen={onOpen && (() => onOpen(item))}
          />
        ))}
      </View>
      {shown.length === 0 && <View className="sx-table__none">{`没有找到“${filter}”`}</View>}
    </View>
  );
}
