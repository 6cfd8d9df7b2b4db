import { useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '../Button/Button';
import { TextField } from '../TextField/TextField';
import { ColumnPanel } from './ColumnPanel';
import type { ColumnChoice } from './columns';

const FIND_MAX = 30;

interface Props<T> {
  find?: string;
  filter: string;
  onFilter: (filter: string) => void;
  /** What is ticked, in words; absent where nothing is. */
  selection: string | undefined;
  onClear: () => void;
  bulk: ReactNode;
  /** That not all are here. */
  partly?: string;
  columns: ColumnChoice<T>;
}

/** Above a table: what is looked for, what can be done with those that are ticked, and which columns are shown. */
export function GridTools<T>({ find, filter, onFilter, selection, onClear, bulk, partly, columns }: Props<T>) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <View className="sx-table__tools">
        {find && (
          <View className="sx-table-find">
            <TextField label="查找" value={filter} onChange={onFilter} max={FIND_MAX} placeholder={find} />
          </View>
        )}
        <View className="sx-table__aside">
          <View className="sx-table__said" ariaRole="status">
            <Text>{selection ?? partly}</Text>
          </View>
          {selection && (
            <>
              {bulk}
              <Button kind="text" onClick={onClear}>
                取消选择
              </Button>
            </>
          )}
          {columns.choices.length > 0 && (
            <Button kind="text" expanded={choosing} onClick={() => setChoosing(!choosing)}>
              {choosing ? '收起' : '选列'}
            </Button>
          )}
        </View>
      </View>
      {choosing && <ColumnPanel {...columns} />}
    </>
  );
}
