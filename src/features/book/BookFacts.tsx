import { Text, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Heading } from '@/shared/ui/Heading/Heading';
import { groupIsbn } from './isbnHint';
import './BookFacts.scss';

/** The cover and what is known of the book. */
export function BookFacts({ book }: { book: BookRef }) {
  return (
    <View className="sx-book-facts">
      <Cover title={book.title} author={book.author} tone={book.tone} size="l" />
      <View className="sx-book-facts__words">
        <Heading level={2} className="sx-book-facts__title">
          {book.title}
        </Heading>
        <Text className="sx-book-facts__author">{book.author}</Text>
        {book.publisher && <Text className="sx-book-facts__line">{book.publisher}</Text>}
        {book.isbn && <Text className="sx-book-facts__line sx-book-facts__isbn">ISBN {groupIsbn(book.isbn)}</Text>}
      </View>
    </View>
  );
}
