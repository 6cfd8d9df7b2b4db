import { BookSearch } from '@/features/book/BookSearch';
import { bookPanes } from '@/screens/bookPanes';
import { usePageParameters } from '@/shared/nav';
import { usePicking, usePickThrough } from '@/shared/pick';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

const beside = { hint: '找到的书会在这里打开', panes: bookPanes };

/** 找书. Opened to pick one, the chosen book goes back to the page that asked. */
function SearchPage() {
  const { q = '' } = usePageParameters<'bookSearch'>('bookSearch');
  const picking = usePicking('bookSearch');
  const add = usePickThrough('bookAdd', picking);
  return (
    <Page title={picking ? '选一本书' : '找书'} beside={picking ? undefined : beside}>
      <BookSearch initial={q} onPick={picking?.give} onAdd={(title) => add({ title })} />
    </Page>
  );
}

export default asPage('bookSearch', SearchPage);
