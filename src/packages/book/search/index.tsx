import type { BookRef } from '@contract/shared/book';
import { BookSearch } from '@/features/book/BookSearch';
import { back, go, usePageParameters } from '@/shared/nav';
import { bookPicked } from '@/shared/pick-book';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 找书. With `pick` the chosen book goes back to the page that asked for one. */
function SearchPage() {
  const { pick, q = '' } = usePageParameters<'bookSearch'>('bookSearch');

  const choose = (book: BookRef): void => {
    if (!pick) {
      go('bookDetail', { id: book.id });
      return;
    }
    bookPicked(book);
    back();
  };

  return (
    <Page title={pick ? '选一本书' : '找书'}>
      <BookSearch
        initial={q}
        picks={pick === '1'}
        onChoose={choose}
        onAdd={(title) => go('bookAdd', { title, pick })}
      />
    </Page>
  );
}

export default asPage(SearchPage);
