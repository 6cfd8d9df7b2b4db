import type { ShelfItem } from '@contract/actions/shelf';
import { dayOf } from '@contract/day';
import { dayText } from '@/shared/dayText';
import { go } from '@/shared/nav';
import { Cover } from '@/shared/ui/Cover/Cover';
import { tonesBeside } from '@/shared/ui/Cover/tones';
import { Row } from '@/shared/ui/Row/Row';

/** 读完, newest first, each with the day. */
export function FinishedList({ items }: { items: readonly ShelfItem[] }) {
  const tones = tonesBeside(items.map(({ book }) => book));
  return (
    <>
      {items.map(({ book, since }, index) => (
        <Row
          key={book.id}
          title={book.title}
          context={`${book.author} · ${dayText(dayOf(since))}读完`}
          before={<Cover title={book.title} author={book.author} tone={tones[index] ?? book.tone} size="s" />}
          onClick={() => go('bookDetail', { id: book.id })}
        />
      ))}
    </>
  );
}
