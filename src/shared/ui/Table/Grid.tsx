import { useId, useState } from 'react';
import { View } from '@tarojs/components';
import { LongList } from '../LongList/LongList';
import { arrange, nextSort, type Sort } from './arrange';
import { useColumns } from './columns';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { GridTools } from './GridTools';
import { useListKeys } from './keys';
import type { TableProps } from './props';
import { selectionText } from './selection';
import './Table.scss';

const TICK_WIDTH = '24px';
const ROW_PX = 45;

/** The table itself, with what is sorted, found and ticked in it. */
export function Grid<T>(props: TableProps<T>) {
  const { label, items, keyOf, nameOf, more = false, total, find, onOpen, isCurrent, bulk } = props;
  const [sort, setSort] = useState<Sort | null>(null);
  const [filter, setFilter] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const choice = useColumns(props.columns, props.remember);
  const columns = choice.shown;
  const shown = arrange(items, columns, sort, filter);
  // What is ticked but not in sight would be acted on unseen.
  const chosen = shown.filter((item) => ticked.has(keyOf(item)));
  const tick = (some: readonly T[], on: boolean): void => {
    const keys = some.map(keyOf);
    setTicked(new Set(on ? [...ticked, ...keys] : [...ticked].filter((key) => !keys.includes(key))));
  };
  const hidden = items.filter((item) => ticked.has(keyOf(item))).length - chosen.length;
  // What it can do with those that are here, and with those only.
  const ways = [columns.some(({ order }) => order) && '排序', find && '查找'].filter(Boolean).join('和');
  const id = useId();
  useListKeys(id, () => {
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
        selection={
          chosen.length + hidden > 0
            ? selectionText({ chosen: chosen.length, shown: shown.length, hidden, more, total })
            : undefined
        }
        onClear={() => setTicked(new Set())}
        bulk={chosen.length > 0 && bulk?.(chosen)}
        columns={choice}
        partly={more && ways !== '' ? `只在已取来的 ${items.length} 条里${ways}` : undefined}
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
        <LongList items={shown} keyOf={keyOf} rowHeight={ROW_PX}>
          {(item) => (
            <GridRow
              tracks={tracks}
              columns={columns}
              item={item}
              name={nameOf(item)}
              ticked={bulk && ticked.has(keyOf(item))}
              onTick={(on) => tick([item], on)}
              current={isCurrent?.(item)}
              onOpen={onOpen && (() => onOpen(item))}
            />
          )}
        </LongList>
      </View>
      {shown.length === 0 && filter !== '' && <View className="sx-table__none">{`没有找到“${filter}”`}</View>}
    </View>
  );
}
