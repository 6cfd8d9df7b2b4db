import { EventsTab } from '@/features/event/EventsTab';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

function EventsPage() {
  return (
    <Page tab title="活动">
      <EventsTab />
    </Page>
  );
}

export default asPage(EventsPage);
