import { Inbox } from '@/features/feedback/Inbox';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function InboxPage() {
  return (
    <Page title="收到的投诉建议">
      <Inbox />
    </Page>
  );
}

export default asPage(InboxPage);
