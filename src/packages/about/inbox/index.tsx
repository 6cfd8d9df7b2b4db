import { Inbox } from '@/features/feedback/Inbox';
import { Page } from '@/shared/ui/Page/Page';

export default function InboxPage() {
  return (
    <Page title="收到的投诉建议">
      <Inbox />
    </Page>
  );
}
