import { View } from '@tarojs/components';
import { Tick } from '../Tick/Tick';
import type { ColumnChoice } from './columns';

/** Which columns to show; kept on this phone. */
export function ColumnPanel<T>({ choices, set }: ColumnChoice<T>) {
  return (
    <View className="sx-table__columns" ariaRole="group" ariaLabel="显示哪些列">
      {choices.map(({ key, title, on }) => (
        <Tick key={key} label={title} on={on} onChange={(now) => set(key, now)} />
      ))}
    </View>
  );
}
