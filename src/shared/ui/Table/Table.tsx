import { useContext } from 'react';
import { View } from '@tarojs/components';
import { BesideContext, InPane } from '@/shared/wide/chosen';
import { useWide } from '@/shared/wide/useWide';
import { LongList } from '../LongList/LongList';
import { Grid } from './Grid';
import type { TableProps } from './props';

/** A row with a line of context. */
const ROW_PX = 73;

/** A true table where the window has room for one, and on a phone rows. */
export function Table<T>(props: TableProps<T>) {
  const inPane = useContext(InPane);
  const narrow = useContext(BesideContext)?.narrow === true;
  if (useWide() && !inPane && !narrow) return <Grid {...props} />;
  return (
    <View>
      <LongList items={props.items} keyOf={props.keyOf} rowHeight={ROW_PX}>
        {props.row}
      </LongList>
    </View>
  );
}
