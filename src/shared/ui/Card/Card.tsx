import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import './Card.scss';

/** A sheet on the paper. With `onClick` the whole sheet opens something. */
export function Card({ children, onClick }: { children: ReactNode; onClick?: () => void }) {
  const tappable = onClick ? { onClick, hoverClass: 'sx-card--pressed', ariaRole: 'button' } : {};
  return (
    <View className="sx-card" {...tappable}>
      {children}
    </View>
  );
}
