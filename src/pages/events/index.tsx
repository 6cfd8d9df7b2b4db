import { EventsTab } from '@/features/event/EventsTab';
import { EventView } from '@/screens/EventView';
import { RosterView } from '@/features/event/RosterView';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import type { Panes } from '@/shared/wide/Beside';

const beside: Panes = {
  hint: '在左边选一场活动',
  panes: {
    eventDetail: { title: '活动', view: (id) => <EventView id={id} /> },
    roster: { title: '报名名单', view: (id) => <RosterView id={id} /> },
  },
};

function EventsPage() {
  return (
    <Page tab title="活动" beside={beside}>
      <EventsTab />
    </Page>
  );
}

export default asPage('events', EventsPage);
