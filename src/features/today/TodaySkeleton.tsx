import { View } from '@tarojs/components';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** The first screen's shape while it loads for the very first time. */
export const TodaySkeleton = () => (
  <View>
    <Skeleton shape="cover" />
    <Skeleton shape="row" />
    <Skeleton shape="card" count={2} />
  </View>
);
