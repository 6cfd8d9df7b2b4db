import { Inbox } from '@/features/feedback/Inbox';
import { InboxTicket } from '@/features/feedback/InboxTicket';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { usePageParameters } from '@/shared/nav';
import { Page } from '@/shared/ui/Page/Page';
import type { Panes } from '@/shared/wide/Beside';

const beside: Panes = {
  hint: '在左边选一条',
  panes: {
    ticket: {
      title: '投诉建议',
      view: (id) => (
        <Page>
          <InboxTicket id={id} />
        </Page>
      ),
    },
  },
};

function InboxPage() {
  const { id } = usePageParameters<'feedbackInbox'>('feedbackInbox');
  return (
    <Page title="收到的投诉建议" beside={beside}>
      {id && <InboxTicket id={id} />}
      <Inbox />
    </Page>
  );
}

export default asPage('feedbackInbox', InboxPage);
