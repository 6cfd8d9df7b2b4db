import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '../Button/Button';
import './Section.scss';

interface Props {
  title: string;
  /** A quiet word at the end of the title's line that opens the rest. */
  more?: { label: string; onClick: () => void };
  children: ReactNode;
}

export function Section({ title, more, children }: Props) {
  return (
    <View className="sx-section">
      <View className="sx-section__head">
        <Text className="sx-section__title">{title}</Text>
        {more && (
          <View className="sx-section__more">
            <Button kind="text" onClick={more.onClick}>
              {more.label}
            </Button>
          </View>
        )}
      </View>
      {children}
    </View>
  );
}
