import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import './Chips.scss';

export interface Chip<V extends string> {
  value: V;
  label: string;
  /** Said in place of the label, which it contains: `本周六，12月5日`. */
  spoken?: string;
}

interface Props<V extends string> {
  options: readonly Chip<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** What stands last in the row: the way to any other value. */
  children?: ReactNode;
}

/** Likely values in a row, each one tap; the field around them (`Field` with a role) names them. */
export function Chips<V extends string>({ options, value, onChange, children }: Props<V>) {
  return (
    <View className="sx-chips">
      {options.map((option) => (
        <Tap
          key={option.value}
          className={`sx-chips__one ${option.value === value ? 'sx-chips__one--on' : ''}`}
          role="radio"
          checked={option.value === value}
          label={option.spoken}
          onTap={() => onChange(option.value)}
        >
          {option.label}
        </Tap>
      ))}
      {children}
    </View>
  );
}
