import { Text, View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import type { Column, Sort } from './arrange';
import { TickBox } from './TickBox';

interface Props<T> {
  tracks: string;
  columns: readonly Column<T>[];
  sort: Sort | null;
  onSort: (key: string) => void;
  /** Absent where nothing can be ticked. */
  allTicked?: boolean;
  onTickAll: (on: boolean) => void;
}

/** The titles; those one can sort by are pressed. */
export function GridHead<T>({ tracks, columns, sort, onSort, allTicked, onTickAll }: Props<T>) {
  return (
    <View className="sx-table__row sx-table__row--head" ariaRole="row" style={`grid-template-columns:${tracks}`}>
      {allTicked !== undefined && (
        <View ariaRole="columnheader">
          <TickBox label="全选" on={allTicked} onChange={onTickAll} />
        </View>
      )}
      {columns.map(({ key, title, order }) => {
        const mine = sort?.key === key ? sort : null;
        return (
          <View
            key={key}
            className="sx-table__cell"
            ariaRole="columnheader"
            ariaSort={mine ? (mine.down ? 'descending' : 'ascending') : undefined}
          >
            {order ? (
              <Tap className="sx-table__sort" onTap={() => onSort(key)}>
                <Text>{title}</Text>
                <View className={`sx-table__arrow ${mine ? `sx-table__arrow--${mine.down ? 'down' : 'up'}` : ''}`} />
              </Tap>
            ) : (
              title
            )}
          </View>
        );
      })}
    </View>
  );
}
