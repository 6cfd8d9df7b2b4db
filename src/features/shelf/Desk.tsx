import { ScrollView, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { go } from '@/shared/nav';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Tap } from '@/shared/ui/Tap/Tap';
import { MoveMenu } from './MoveMenu';
import type { Move } from './useMoveBook';
import './Desk.scss';

interface Props {
  books: readonly BookRef[];
  onMove: Move;
}

/** What is being read now (在读): large covers side by side, the book in hand first. */
export function Desk({ books, onMove }: Props) {
  return (
    <ScrollView scrollX className="sx-desk" showScrollbar={false}>
      <View className="sx-desk__row">
        {books.map((book) => (
          <View key={book.id} className="sx-desk__book">
            <Tap
              className="sx-shelf-cover"
              label={`《${book.title}》，${book.author}`}
              onTap={() => go('bookDetail', { id: book.id })}
            >
              <Cover title={book.title} author={book.author} tone={book.tone} size="l" />
            </Tap>
            <View className="sx-shelf-moves">
              <MoveMenu book={book} from="reading" onMove={onMove} />
            </View>
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
