import { View } from '@tarojs/components';
import './Segments.scss';

interface Props<K extends string> {
  items: readonly { key: K; label: string }[];
  value: K;
  onChange: (key: K) => void;
}

/** Two to four views of one page. */
export function Segments<K extends string>({ items, value, onChange }: Props<K>) {
  return (
    <View className="sx-segments" ariaRole="tablist">
      {items.map(({ key, label }) => (
        <View
          key={key}
          className={`sx-segments__one ${key === value ? 'sx-segments__one--on' : ''}`}
          ariaRole="tab"
          ariaSelected={key === value}
          onClick={() => onChange(key)}
        >
          {label}
        </View>
      ))}
    </View>
  );
}
