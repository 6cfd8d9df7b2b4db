import { View } from '@tarojs/components';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import './RecommendationArticle.scss';

/** The article's shape while it loads: the cover in the middle, then the text. */
export const ArticleSkeleton = () => (
  <View className="sx-article">
    <View className="sx-article__book">
      <Skeleton shape="book" />
    </View>
    <Skeleton shape="text" count={7} />
  </View>
);
