import type { ComponentProps } from 'react';
import { Text } from '@tarojs/components';
import { Tap } from './Tap';
import './TapWord.scss';

interface Props extends Pick<ComponentProps<typeof Tap>, 'label' | 'role' | 'expanded' | 'onTap'> {
  /** As large as a caption. */
  small?: boolean;
  children: string;
}

/** A word among others that can be tapped: underlined, a finger high. A word that stands by itself is a Button. */
export function TapWord({ small = false, children, ...tap }: Props) {
  return (
    <Tap className={`sx-tap-word ${small ? 'sx-tap-word--small' : ''}`} pressed="sx-tap-word--pressed" {...tap}>
      <Text className="sx-tap-word__word">{children}</Text>
    </Tap>
  );
}
