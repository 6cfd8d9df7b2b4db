import { Text, View } from '@tarojs/components';
import type { BookRef } from '@contract/shared/book';
import { useField } from '@/shared/form/useField';
import { usePick } from '@/shared/pick';
import { Button } from '@/shared/ui/Button/Button';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Field } from '@/shared/ui/Field/Field';
import './BookField.scss';

interface Props {
  book: BookRef | null;
  /** Absent where the book may no longer change. */
  onChange?: (book: BookRef) => void;
}

/** The book recommended: chosen by searching. */
export function BookField({ book, onChange }: Props) {
  const field = useField('bookId');
  const pick = usePick('bookSearch', (picked) => onChange?.(picked));
  return (
    <Field id={field.id} label="推荐哪本书" error={field.error}>
      {book && (
        <View className="sx-book-field__book">
          <Cover title={book.title} author={book.author} tone={book.tone} size="s" />
          <View className="sx-book-field__words">
            <Text className="sx-book-field__title">{book.title}</Text>
            <Text className="sx-book-field__author">{book.author}</Text>
          </View>
          {onChange && (
            <Button kind="text" onClick={() => pick()}>
              换一本
            </Button>
          )}
        </View>
      )}
      {!book && onChange && (
        <View className="sx-book-field__choose">
          <Button kind="quiet" block onClick={() => pick()}>
            选一本书
          </Button>
        </View>
      )}
    </Field>
  );
}
