import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '../Button/Button';
import { TextField } from '../TextField/TextField';

const FIND_MAX = 30;

interface Props {
  find?: string;
  filter: string;
  onFilter: (filter: string) => void;
  /** How many are ticked. */
  ticked: number;
  onClear: () => void;
  bulk: ReactNode;
  /** That not all are here. */
  partly?: string;
}

/** Above a table: what is looked for, and what can be done with those that are ticked. */
export function GridTools({ find, filter, onFilter, ticked, onClear, bulk, partly }: Props) {
  return (
    <View className="sx-table__tools">
      {find && (
        <View className="sx-table-find">
          <TextField label="查找" value={filter} onChange={onFilter} max={FIND_MAX} placeholder={find} />
        </View>
      )}
      <View className="sx-table__aside" ariaRole="status">
        {ticked > 0 ? (
          <>
            <Text>{`已选 ${ticked} 条`}</Text>
            {bulk}
            <Button kind="text" onClick={onClear}>
              取消选择
            </Button>
          </>
        ) : (
          partly && <Text>{partly}</Text>
        )}
      </View>
    </View>
  );
}
