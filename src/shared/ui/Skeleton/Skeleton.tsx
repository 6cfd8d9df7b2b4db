import { View } from '@tarojs/components';
import './Skeleton.scss';

interface Props {
  /** `book`: a large cover. */
  shape: 'card' | 'row' | 'cover' | 'book' | 'text';
  count?: number;
}

/** The real layout's shape while it loads. It stands still: nothing blinks. */
export function Skeleton({ shape, count = 1 }: Props) {
  return (
    <View className={`sx-skeleton sx-skeleton--${shape}s`} ariaLabel="正在加载" ariaRole="status">
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className={`sx-skeleton__one sx-skeleton__one--${shape}`} />
      ))}
    </View>
  );
}
