import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import './Row.scss';

interface Props {
  title: string;
  /** One line of context. */
  context?: string;
  /** One state, at the end of the line. */
  state?: ReactNode;
  /** A cover or a date, before the title. */
  before?: ReactNode;
  onClick?: () => void;
}

/** A list's row: title, one line of context, one state. */
export function Row({ title, context, state, before, onClick }: Props) {
  const tappable = onClick ? { onClick, hoverClass: 'sx-row--pressed', ariaRole: 'button' } : {};
  return (
    <View className="sx-row" {...tappable}>
      {before && <View className="sx-row__before">{before}</View>}
      <View className="sx-row__words">
        <Text className="sx-row__title">{title}</Text>
        {context && <Text className="sx-row__context">{context}</Text>}
      </View>
      {state && <View className="sx-row__state">{state}</View>}
    </View>
  );
}
