import { ShelfTab } from '@/features/shelf/ShelfTab';
import { bookPanes } from '@/screens/bookPanes';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

const beside = { hint: '在左边选一本书', panes: bookPanes };

function ShelfPage() {
  return (
    <Page tab title="书架" beside={beside}>
      <ShelfTab />
    </Page>
  );
}

export default asPage('shelf', ShelfPage);
