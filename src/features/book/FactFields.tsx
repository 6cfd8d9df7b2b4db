import { bookFields } from '@contract/fields';
import { fieldMessage, type CallError } from '@/shared/call/error';
import { TextField } from '@/shared/ui/TextField/TextField';
import { isbnHint } from './isbnHint';
import { newBookErrors, type NewBook } from './newBook';

interface Props {
  book: NewBook;
  onChange: (update: (old: NewBook) => NewBook) => void;
  /** Sending was tried, so what is missing is told. */
  checked: boolean;
  /** What the server refused. */
  error: CallError | null;
}

/** The four facts of a book, each with what is wrong with it. */
export function FactFields({ book, onChange, checked, error }: Props) {
  const errors = newBookErrors(book);
  const isbn = isbnHint(book.isbn);
  const field = (name: keyof NewBook, label: string) => ({
    label,
    max: bookFields[name].max,
    value: book[name],
    onChange: (value: string) => onChange((old) => ({ ...old, [name]: value })),
    error: (checked ? errors[name] : undefined) ?? fieldMessage(error, name),
  });
  const number = field('isbn', 'ISBN（可不填）');
  return (
    <>
      <TextField {...field('title', '书名')} />
      <TextField {...field('author', '作者')} placeholder="多位作者用顿号隔开" />
      <TextField {...field('publisher', '出版社（可不填）')} />
      <TextField
        {...number}
        error={isbn.kind === 'wrong' ? isbn.text : number.error}
        hint={isbn.kind === 'none' || isbn.kind === 'wrong' ? '书背面条码上方的 13 位数字' : isbn.text}
      />
    </>
  );
}
