import { EventScreen } from '@/features/event/EventScreen';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Stale } from '@/shared/ui/QueryView/Stale';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 活动: one event. */
function EventPage() {
  const { id = '' } = usePageParameters<'eventDetail'>('eventDetail');
  const query = useQueryCall('event.get', { id });
  usePullToRefresh('event.get');
  if (query.data) return <EventScreen event={query.data.event} above={<Stale query={query} />} />;
  return (
    <Page title="活动">
      <QueryView query={query} skeleton={<Skeleton shape="text" count={9} />}>
        {() => null}
      </QueryView>
    </Page>
  );
}

export default asPage(EventPage);
