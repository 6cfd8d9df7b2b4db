import { View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import type { Column } from './arrange';
import { TickBox } from './TickBox';

interface Props<T> {
  tracks: string;
  columns: readonly Column<T>[];
  item: T;
  name: string;
  /** Absent where rows cannot be ticked. */
  ticked?: boolean;
  onTick: (on: boolean) => void;
  current?: boolean;
  onOpen?: () => void;
}

/** One item. What opens it is the first cell's words, for the hand the whole row. */
export function GridRow<T>({ tracks, columns, item, name, ticked, onTick, current = false, onOpen }: Props<T>) {
  return (
    <View
      className={`sx-table__row ${current ? 'sx-table__row--current' : ''} ${ticked ? 'sx-table__row--ticked' : ''}`}
      ariaRole="row"
      style={`grid-template-columns:${tracks}`}
    >
      {ticked !== undefined && (
        <View ariaRole="cell">
          <TickBox label={`选择${name}`} on={ticked} onChange={onTick} main={!onOpen} />
        </View>
      )}
      {columns.map(({ key, cell }, index) => (
        <View key={key} className="sx-table__cell" ariaRole="cell">
          {index === 0 && onOpen ? (
            <Tap className="sx-table__open sx-table__main" current={current} onTap={onOpen}>
              {cell(item)}
            </Tap>
          ) : (
            cell(item)
          )}
        </View>
      ))}
    </View>
  );
}
