import { Text, View } from '@tarojs/components';
import './Progress.scss';

interface Props {
  /** What is being done: 正在移动. */
  title: string;
  done: number;
  /** How many there are, as far as is known. */
  all: number;
  /** What is counted: 处, 行, 人. */
  unit: string;
  /** What one may do meanwhile. */
  hint?: string;
}

/** Work of more than a second: how much of it is done, honestly, and that one need not wait for it. */
export function Progress({ title, done, all, unit, hint = '可以离开这一页，回来时接着看。' }: Props) {
  const percent = all > 0 ? Math.min(100, Math.floor((done / all) * 100)) : 0;
  return (
    <View className="sx-progress">
      <View className="sx-progress__line" ariaRole="status">
        <Text className="sx-progress__title">{title}</Text>
        <Text className="sx-progress__count">{all > 0 ? `已完成 ${done} / ${all} ${unit}` : '刚刚开始'}</Text>
      </View>
      <View className="sx-progress__track" ariaHidden>
        <View className="sx-progress__done" style={`width:${percent}%`} />
      </View>
      <Text className="sx-progress__hint">{hint}</Text>
    </View>
  );
}
