import { BookFacts } from '@/features/book/BookFacts';
import { BookSkeleton } from '@/features/book/BookSkeleton';
import { ReasonQuote } from '@/features/recommendation/ReasonQuote';
import { ThingView } from '@/features/session/ThingView';
import { StatusControl } from '@/features/shelf/StatusControl';
import { useQueryCall } from '@/shared/call/query';
import { go, pathTo, usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { ShareButton } from '@/shared/share/ShareButton';
import { useShare } from '@/shared/share/useShare';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Button } from '@/shared/ui/Button/Button';
import { Page } from '@/shared/ui/Page/Page';
import { Section } from '@/shared/ui/Section/Section';

/** 书目: one book, where it is on my shelf, and who recommends it. */
function BookPage() {
  const { id = '' } = usePageParameters<'bookDetail'>('bookDetail');
  const query = useQueryCall('book.get', { bookId: id });
  usePullToRefresh('book.get');
  const { data } = query;
  // A book that somebody added for himself is a dead link to everybody else.
  const card =
    data && !data.own
      ? { title: `《${data.book.title}》${data.book.author}`, path: pathTo('bookDetail', { id }) }
      : null;
  useShare(card);
  return (
    <Page title="书目">
      <ThingView thing={{ name: 'bookDetail', id }} query={query} skeleton={<BookSkeleton />}>
        {({ book, status, recommendations, mayCorrect }) => (
          <>
            <BookFacts book={book} />
            <StatusControl book={book} status={status} />
            {recommendations.length > 0 && (
              <Section title="谁在推荐">
                {recommendations.map((card) => (
                  <ReasonQuote key={card.id} card={card} />
                ))}
              </Section>
            )}
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

export default asPage(BookPage);
