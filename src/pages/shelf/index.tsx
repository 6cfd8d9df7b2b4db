import { ShelfTab } from '@/features/shelf/ShelfTab';
import { Page } from '@/shared/ui/Page/Page';

export default function ShelfPage() {
  return (
    <Page tab title="书架">
      <ShelfTab />
    </Page>
  );
}
