import { ScrollView, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { tonesBeside } from '@/shared/ui/Cover/tones';
import { ShelfBook } from './ShelfBook';
import type { Move } from './useMoveBook';
import './Desk.scss';

interface Props {
  books: readonly BookRef[];
  onMove: Move;
}

/** What is being read now (在读): large covers side by side, the book in hand first. */
export function Desk({ books, onMove }: Props) {
  const tones = tonesBeside(books);
  return (
    <ScrollView scrollX className="sx-desk" showScrollbar={false}>
      <View className="sx-desk__row">
        {books.map((book, index) => (
          <View key={book.id} className="sx-desk__book">
            <ShelfBook book={book} tone={tones[index] ?? book.tone} size="l" status="reading" onMove={onMove} />
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
