import { BookFacts } from '@/features/book/BookFacts';
import { BookSkeleton } from '@/features/book/BookSkeleton';
import { ReasonQuote } from '@/features/recommendation/ReasonQuote';
import { StatusControl } from '@/features/shelf/StatusControl';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';

/** 书目: one book, where it is on my shelf, and who recommends it. */
function BookPage() {
  const { id = '' } = usePageParameters<'bookDetail'>('bookDetail');
  const query = useQueryCall('book.get', { bookId: id });
  usePullToRefresh('book.get');
  return (
    <Page title="书目">
      <QueryView query={query} skeleton={<BookSkeleton />}>
        {({ book, status, recommendations }) => (
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
          </>
        )}
      </QueryView>
    </Page>
  );
}

export default asPage(BookPage);
