import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import './Card.scss';

/** A sheet on the paper. With `onClick` the whole sheet opens something. */
export function Card({ children, onClick }: { children: ReactNode; onClick?: () => void }) {
  if (!onClick) return <View className="sx-card">{children}</View>;
  return (
    <Tap className="sx-card" pressed="sx-card--pressed" onTap={onClick}>
      {children}
    </Tap>
  );
}
