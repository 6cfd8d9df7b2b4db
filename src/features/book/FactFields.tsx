import { bookFields } from '@contract/domains/book/fields';
import { TextField } from '@/shared/ui/TextField/TextField';
import { isbnHint } from './isbnHint';
import type { NewBook } from './newBook';

interface Props {
  book: NewBook;
  onChange: (update: (old: NewBook) => NewBook) => void;
}

/** The four facts of a book. */
export function FactFields({ book, onChange }: Props) {
  const isbn = isbnHint(book.isbn);
  const field = (name: keyof NewBook, label: string) => ({
    name,
    label,
    max: bookFields[name].max,
    value: book[name],
    onChange: (value: string) => onChange((old) => ({ ...old, [name]: value })),
  });
  return (
    <>
      <TextField {...field('title', '书名')} placeholder="比如：乡土中国" />
      <TextField {...field('author', '作者')} placeholder="多位作者用顿号隔开" />
      <TextField {...field('publisher', '出版社（可不填）')} placeholder="比如：三联书店" />
      <TextField
        {...field('isbn', 'ISBN（可不填）')}
        placeholder="比如：9787108009821"
        error={isbn.kind === 'wrong' ? isbn.text : undefined}
        hint={isbn.kind === 'none' || isbn.kind === 'wrong' ? '书背面条码上方的 13 位数字' : isbn.text}
      />
    </>
  );
}
