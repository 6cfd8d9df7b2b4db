import { MyTicket } from '@/features/feedback/MyTicket';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function TicketPage() {
  const { id = '' } = usePageParameters<'feedbackTicket'>('feedbackTicket');
  return (
    <Page title="投诉建议">
      <MyTicket id={id} />
    </Page>
  );
}

export default asPage('feedbackTicket', TicketPage);
