import { Text, View } from '@tarojs/components';
import { Chips } from '../Chips/Chips';
import type { Filter } from './useListHead';

interface Props {
  filter: Filter;
  value: string | undefined;
  onChoose: (value: string | undefined) => void;
}

const ALL = '';

/** One choice of a list’s head: its name, and the values in a row, everything first. */
export function FilterLine({ filter: { label, all = '全部', options }, value = ALL, onChoose }: Props) {
  return (
    <View className="sx-list-head__filter" ariaRole="radiogroup" ariaLabel={label}>
      <Text className="sx-list-head__label">{label}</Text>
      <Chips
        options={[{ value: ALL, label: all }, ...options]}
        value={value}
        onChange={(chosen) => onChoose(chosen === ALL ? undefined : chosen)}
      />
    </View>
  );
}
