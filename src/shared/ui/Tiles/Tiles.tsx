import { View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import './Tiles.scss';

interface Tile {
  /** At most seven characters, so that two fit side by side. */
  title: string;
  onClick: () => void;
}

/** Many ways onward: titles side by side, so that all are seen at once. */
export function Tiles({ items }: { items: readonly Tile[] }) {
  return (
    <View className="sx-tiles">
      {items.map(({ title, onClick }) => (
        <Tap key={title} className="sx-tiles__one" pressed="sx-tiles__one--pressed" onTap={onClick}>
          {title}
        </Tap>
      ))}
    </View>
  );
}
