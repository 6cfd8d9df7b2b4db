import { View } from '@tarojs/components';
import type { ShelfItem } from '@contract/domains/shelf/actions';
import { tonesBeside } from '@/shared/ui/Cover/tones';
import { ShelfBook } from './ShelfBook';
import type { Move } from './useMoveBook';
import './CoverGrid.scss';

/** Covers in a row of a phone: those to the side and below are told apart. */
const ROW = 3;

interface Props {
  items: readonly ShelfItem[];
  onMove: Move;
}

/** Covers side by side, as many in a row as the screen allows. */
export function CoverGrid({ items, onMove }: Props) {
  const tones = tonesBeside(
    items.map(({ book }) => book),
    ROW,
  );
  return (
    <View className="sx-cover-grid">
      {items.map(({ book, status }, index) => (
        <ShelfBook
          key={book.id}
          book={book}
          tone={tones[index] ?? book.tone}
          size="m"
          status={status}
          onMove={onMove}
        />
      ))}
    </View>
  );
}
