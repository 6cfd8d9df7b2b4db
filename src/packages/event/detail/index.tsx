import { EventView, eventShareCard } from '@/screens/EventView';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { useShare } from '@/shared/share/useShare';
import { asPage } from '@/shared/ui/Boundary/asPage';

/** 活动: one event. */
function EventPage() {
  const { id = '' } = usePageParameters<'eventDetail'>('eventDetail');
  const { data } = useQueryCall('event.get', { id });
  usePullToRefresh('event.get');
  useShare(eventShareCard(data?.event));
  return <EventView id={id} />;
}

export default asPage('eventDetail', EventPage);
