import { View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
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
        <Tap
          key={key}
          className={`sx-segments__one ${key === value ? 'sx-segments__one--on' : ''}`}
          role="tab"
          selected={key === value}
          onTap={() => onChange(key)}
        >
          {label}
        </Tap>
      ))}
    </View>
  );
}
