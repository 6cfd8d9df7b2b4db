import { Text, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { pickBook } from '@/shared/pick-book';
import { Button } from '@/shared/ui/Button/Button';
import { Cover } from '@/shared/ui/Cover/Cover';
import './BookField.scss';

interface Props {
  book: BookRef | null;
  /** Absent where the book may no longer change. */
  onChange?: (book: BookRef) => void;
  error?: string;
}

/** The book recommended: chosen by searching. */
export function BookField({ book, onChange, error }: Props) {
  return (
    <View className="sx-book-field">
      {book && (
        <View className="sx-book-field__book">
          <Cover title={book.title} author={book.author} tone={book.tone} size="s" />
          <View className="sx-book-field__words">
            <Text className="sx-book-field__title">{book.title}</Text>
            <Text className="sx-book-field__author">{book.author}</Text>
          </View>
          {onChange && (
            <Button kind="text" onClick={() => pickBook(onChange)}>
              换一本
            </Button>
          )}
        </View>
      )}
      {!book && onChange && (
        <Button kind="quiet" block onClick={() => pickBook(onChange)}>
          选一本书
        </Button>
      )}
      {error && <Text className="sx-book-field__error">{error}</Text>}
    </View>
  );
}
