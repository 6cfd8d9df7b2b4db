import { useId, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { useListKeys } from '../Table/keys';
import { Button } from '../Button/Button';
import { FilterLine } from './FilterLine';
import { TextField } from '../TextField/TextField';
import type { Filter, ListHeadState } from './useListHead';
import './ListHead.scss';

const FIND_MAX = 30;

interface Props<K extends string> {
  head: ListHeadState<K>;
  /** What one can find by, as an example in the empty box; without it there is no box. */
  find?: string;
  filters?: readonly Filter<K>[];
  /** How many there are, once that is known: 共 939 个. */
  total?: string;
  /** What can be done with the whole list, at the end of the line. */
  children?: ReactNode;
}

/** Above a list that the server narrows: the box one finds by, the choices, and how many there are. */
export function ListHead<K extends string>({ head, find, filters = [], total, children }: Props<K>) {
  const id = useId();
  useListKeys(id, head.clear);
  const narrowed = head.typed !== '' || filters.some(({ key }) => head.chosen[key] !== undefined);
  return (
    <View id={id} className="sx-list-head">
      <View className="sx-list-head__line">
        {find && (
          <View className="sx-table-find">
            <TextField label="查找" value={head.typed} onChange={head.type} max={FIND_MAX} placeholder={find} />
          </View>
        )}
        {children && <View className="sx-list-head__ways">{children}</View>}
      </View>
      <View className="sx-list-head__filters">
        {filters.map((filter) => (
          <FilterLine
            key={filter.key}
            filter={filter}
            value={head.chosen[filter.key]}
            onChoose={(value) => head.choose(filter.key, value)}
          />
        ))}
      </View>
      {(total || narrowed) && (
        <View className="sx-list-head__foot" ariaRole="status">
          <Text>{total}</Text>
          {narrowed && (
            <Button kind="text" onClick={head.clear}>
              看全部
            </Button>
          )}
        </View>
      )}
    </View>
  );
}
