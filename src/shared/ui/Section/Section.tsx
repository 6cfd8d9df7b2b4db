import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import './Section.scss';

interface Props {
  title: string;
  /** At the end of the title's line: a text button that opens the rest. */
  more?: ReactNode;
  children: ReactNode;
}

export function Section({ title, more, children }: Props) {
  return (
    <View className="sx-section">
      <View className="sx-section__head">
        <Text className="sx-section__title">{title}</Text>
        {more && <View className="sx-section__more">{more}</View>}
      </View>
      {children}
    </View>
  );
}
