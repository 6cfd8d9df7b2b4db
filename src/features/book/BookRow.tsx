import type { Tone } from '@contract/domains/book/constants';
import type { BookRef } from '@contract/shared/book';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Row } from '@/shared/ui/Row/Row';

interface Props {
  book: BookRef;
  /** Of the cover, beside its neighbours. */
  tone: Tone;
  /** Chosen for the page before; else it leads to the book's own. */
  picked: boolean;
  /** It stands beside the list. */
  current?: boolean;
  onClick: () => void;
}

/** One book in a list. */
export function BookRow({ book, tone, picked, current, onClick }: Props) {
  return (
    <Row
      title={book.title}
      context={book.publisher ? `${book.author} · ${book.publisher}` : book.author}
      before={<Cover title={book.title} author={book.author} tone={tone} size="s" />}
      stays={picked}
      current={current}
      onClick={onClick}
    />
  );
}
