import { ShelfTab } from '@/features/shelf/ShelfTab';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function ShelfPage() {
  return (
    <Page tab title="书架">
      <ShelfTab />
    </Page>
  );
}

export default asPage(ShelfPage);
