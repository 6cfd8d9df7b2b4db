import type { BookRef } from '@contract/shared/book';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Row } from '@/shared/ui/Row/Row';

interface Props {
  book: BookRef;
  state?: string;
  onClick: () => void;
}

/** One book in a list. */
export function BookRow({ book, state, onClick }: Props) {
  return (
    <Row
      title={book.title}
      context={book.publisher ? `${book.author} · ${book.publisher}` : book.author}
      state={state}
      before={<Cover title={book.title} author={book.author} tone={book.tone} size="s" />}
      onClick={onClick}
    />
  );
}
