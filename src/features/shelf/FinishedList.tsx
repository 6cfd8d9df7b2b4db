import type { ShelfItem } from '@contract/domains/shelf/actions';
import { dayOf } from '@contract/day';
import { dayText } from '@/shared/dayText';
import { Cover } from '@/shared/ui/Cover/Cover';
import { tonesBeside } from '@/shared/ui/Cover/tones';
import { Row } from '@/shared/ui/Row/Row';
import { useOpener } from '@/shared/wide/chosen';

/** 读完, newest first, each with the day. */
export function FinishedList({ items }: { items: readonly ShelfItem[] }) {
  const { open, isCurrent } = useOpener('bookDetail');
  const tones = tonesBeside(items.map(({ book }) => book));
  return (
    <>
      {items.map(({ book, since }, index) => (
        <Row
          key={book.id}
          title={book.title}
          context={`${book.author} · ${dayText(dayOf(since))}读完`}
          before={<Cover title={book.title} author={book.author} tone={tones[index] ?? book.tone} size="s" />}
          current={isCurrent(book.id)}
          onClick={() => open(book.id)}
        />
      ))}
    </>
  );
}
