import { View } from '@tarojs/components';
import './TodaySkeleton.scss';

/** The first screen's shape while it loads for the very first time: the book, the button, the month. */
export const TodaySkeleton = () => (
  <View className="today-skeleton" ariaRole="status" ariaLabel="正在加载">
    <View className="today-skeleton__book">
      <View className="today-skeleton__cover" />
      <View className="today-skeleton__words" />
    </View>
    <View className="today-skeleton__button" />
    <View className="today-skeleton__month" />
  </View>
);
