import { View } from '@tarojs/components';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import './BookFacts.scss';

/** The book's shape while it loads: the cover, and the facts beside it. */
export const BookSkeleton = () => (
  <View className="sx-book-facts">
    <Skeleton shape="book" />
    <View className="sx-book-facts__words">
      <Skeleton shape="text" count={4} />
    </View>
  </View>
);
