import type { ActionOutput } from '@contract/registry';
import { BookFacts } from '@/features/book/BookFacts';
import { BookNotes } from '@/features/book/BookNotes';
import { BookSkeleton } from '@/features/book/BookSkeleton';
import { SaidOfBook } from '@/features/recommendation/SaidOfBook';
import { ThingView } from '@/features/session/ThingView';
import { StatusControl } from '@/features/shelf/StatusControl';
import { useListCall, useQueryCall } from '@/shared/call/query';
import { go, pathTo } from '@/shared/nav';
import { ShareButton } from '@/shared/share/ShareButton';
import type { ShareCard } from '@/shared/share/useShare';
import { Button } from '@/shared/ui/Button/Button';
import { Page } from '@/shared/ui/Page/Page';

/** As it is forwarded. A book that somebody added for himself is a dead link to everybody else. */
export const bookShareCard = (data: ActionOutput<'book.get'> | undefined): ShareCard | null =>
  data && !data.own
    ? { title: `《${data.book.title}》${data.book.author}`, path: pathTo('bookDetail', { id: data.book.id }) }
    : null;

/** 书目: one book, where it is on my shelf, what was said of it and what I wrote. */
export function BookView({ id }: { id: string }) {
  const query = useQueryCall('book.get', { bookId: id });
  // Asked for together with the book; not for somebody to whom the book itself is refused.
  const notes = useListCall('checkin.ofBook', { bookId: id }, { enabled: query.error === null });
  const card = bookShareCard(query.data);
  return (
    <Page title="书目">
      <ThingView thing={{ name: 'bookDetail', id }} query={query} skeleton={<BookSkeleton />}>
        {({ book, status, recommendations, mayCorrect }) => (
          <>
            <BookFacts book={book} />
            <StatusControl book={book} status={status} />
            <SaidOfBook cards={recommendations} />
            <BookNotes list={notes} status={status} />
            {card && <ShareButton card={card} />}
            {mayCorrect && (
              <Button kind="text" block onClick={() => go('bookCorrect', { id: book.id })}>
                更正书目信息
              </Button>
            )}
          </>
        )}
      </ThingView>
    </Page>
  );
}
