import type { ShelfItem } from '@contract/actions/shelf';
import { dayLabel, dayOf } from '@contract/day';
import { go } from '@/shared/nav';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Row } from '@/shared/ui/Row/Row';

/** 读完, newest first, each with the day. */
export function FinishedList({ items }: { items: readonly ShelfItem[] }) {
  return (
    <>
      {items.map(({ book, since }) => (
        <Row
          key={book.id}
          title={book.title}
          context={`${book.author} · ${dayLabel(dayOf(since))}读完`}
          before={<Cover title={book.title} author={book.author} tone={book.tone} size="s" />}
          onClick={() => go('bookDetail', { id: book.id })}
        />
      ))}
    </>
  );
}
