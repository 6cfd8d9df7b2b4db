import type { BookRef } from '@contract/shared/book';
import { BookSearch } from '@/features/book/BookSearch';
import { bookPanes } from '@/screens/bookPanes';
import { back, go, usePageParameters } from '@/shared/nav';
import { bookPicked } from '@/shared/pick-book';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

const beside = { hint: '找到的书会在这里打开', panes: bookPanes };

/** 找书. With `pick` the chosen book goes back to the page that asked for one. */
function SearchPage() {
  const { pick, q = '' } = usePageParameters<'bookSearch'>('bookSearch');

  const pickIt = (book: BookRef): void => {
    bookPicked(book);
    back();
  };

  return (
    <Page title={pick ? '选一本书' : '找书'} beside={pick ? undefined : beside}>
      <BookSearch initial={q} onPick={pick ? pickIt : undefined} onAdd={(title) => go('bookAdd', { title, pick })} />
    </Page>
  );
}

export default asPage(SearchPage);
