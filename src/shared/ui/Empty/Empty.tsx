import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import './Empty.scss';

/** What will be here, and how to begin. */
export function Empty({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <View className="sx-empty">
      <Text className="sx-empty__title">{title}</Text>
      {hint && <Text className="sx-empty__hint">{hint}</Text>}
      {action && <View className="sx-empty__action">{action}</View>}
    </View>
  );
}
