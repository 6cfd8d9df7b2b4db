import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '../Button/Button';
import { Heading } from '../Heading/Heading';
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
        <Heading level={2} className="sx-section__title">
          {title}
        </Heading>
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
