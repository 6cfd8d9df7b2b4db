import { View } from '@tarojs/components';
import type { ShelfItem } from '@contract/actions/shelf';
import { go } from '@/shared/nav';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Tap } from '@/shared/ui/Tap/Tap';
import { MoveMenu } from './MoveMenu';
import type { Move } from './useMoveBook';
import './CoverGrid.scss';

interface Props {
  items: readonly ShelfItem[];
  onMove: Move;
}

/** Covers side by side, as many in a row as the type size allows. */
export function CoverGrid({ items, onMove }: Props) {
  return (
    <View className="sx-cover-grid">
      {items.map(({ book, status }) => (
        <View key={book.id} className="sx-cover-grid__book">
          <Tap
            className="sx-shelf-cover"
            label={`《${book.title}》，${book.author}`}
            onTap={() => go('bookDetail', { id: book.id })}
          >
            <Cover title={book.title} author={book.author} tone={book.tone} size="m" />
          </Tap>
          <View className="sx-shelf-moves">
            <MoveMenu book={book} from={status} onMove={onMove} />
          </View>
        </View>
      ))}
    </View>
  );
}
