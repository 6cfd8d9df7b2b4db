import { FeedbackForm } from '@/features/feedback/FeedbackForm';
import { MyTickets } from '@/features/feedback/MyTickets';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** For everybody, also without an org, and for those whose record is disabled. */
function FeedbackPage() {
  return (
    <Page title="投诉建议">
      <FeedbackForm />
      <MyTickets />
    </Page>
  );
}

export default asPage('feedback', FeedbackPage);
