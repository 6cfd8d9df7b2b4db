import { Fragment, useContext } from 'react';
import { View } from '@tarojs/components';
import { InPane } from '@/shared/wide/chosen';
import { useWide } from '@/shared/wide/useWide';
import { Grid } from './Grid';
import type { TableProps } from './props';

/** A true table where the window has room for one, and on a phone rows. */
export function Table<T>(props: TableProps<T>) {
  const inPane = useContext(InPane);
  if (useWide() && !inPane) return <Grid {...props} />;
  return (
    <View>
      {props.items.map((item) => (
        <Fragment key={props.keyOf(item)}>{props.row(item)}</Fragment>
      ))}
    </View>
  );
}
