import { Inbox } from '@/features/feedback/Inbox';
import { InboxTicket } from '@/features/feedback/InboxTicket';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import type { Panes } from '@/shared/wide/Beside';

const beside: Panes = {
  hint: '在左边选一条',
  panes: { ticket: { title: '投诉建议', view: (id) => <InboxTicket id={id} /> } },
};

function InboxPage() {
  return (
    <Page title="收到的投诉建议" beside={beside}>
      <Inbox />
    </Page>
  );
}

export default asPage('feedbackInbox', InboxPage);
