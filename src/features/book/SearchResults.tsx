import { View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { useListCall } from '@/shared/call/query';
import { Button } from '@/shared/ui/Button/Button';
import { tonesBeside } from '@/shared/ui/Cover/tones';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { BookRow } from './BookRow';

interface Choice {
  /** A book is chosen for the page before; else it leads to its own. */
  picks: boolean;
  onChoose: (book: BookRef) => void;
  /** It stands beside the list. */
  isCurrent: (id: string) => boolean;
}
interface Props extends Choice {
  q: string;
  onAdd: () => void;
}

function FoundBooks({ books, picks, onChoose, isCurrent }: Choice & { books: readonly BookRef[] }) {
  const tones = tonesBeside(books);
  return (
    <>
      {books.map((book, index) => (
        <BookRow
          key={book.id}
          book={book}
          tone={tones[index] ?? book.tone}
          picked={picks}
          current={isCurrent(book.id)}
          onClick={() => onChoose(book)}
        />
      ))}
    </>
  );
}

/** Books that match, and the way to add one that is not there. */
export function SearchResults({ q, onAdd, ...choice }: Props) {
  const list = useListCall('book.search', { q });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={5} />}>
      {(books) =>
        books.length === 0 ? (
          <Empty
            title={`没有找到“${q}”`}
            hint="可以少写几个字再找；书目里确实没有的，可以添上它。"
            action={<Button onClick={onAdd}>添加这本书</Button>}
          />
        ) : (
          <View className="sx-results">
            <FoundBooks books={books} {...choice} />
            <ListEnd list={list} />
            {!list.hasMore && (
              <Button kind="text" block onClick={onAdd}>
                没有您要的？添加一本
              </Button>
            )}
          </View>
        )
      }
    </QueryView>
  );
}
