import { EventsTab } from '@/features/event/EventsTab';
import { Page } from '@/shared/ui/Page/Page';

export default function EventsPage() {
  return (
    <Page tab title="活动">
      <EventsTab />
    </Page>
  );
}
