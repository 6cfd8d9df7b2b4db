import { EventScreen } from '@/features/event/EventScreen';
import { instantLabel } from '@contract/day';
import { ThingView } from '@/features/session/ThingView';
import { useQueryCall } from '@/shared/call/query';
import { pathTo, usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { ShareButton } from '@/shared/share/ShareButton';
import { useShare } from '@/shared/share/useShare';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { Stale } from '@/shared/ui/QueryView/Stale';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 活动: one event. */
function EventPage() {
  const { id = '' } = usePageParameters<'eventDetail'>('eventDetail');
  const query = useQueryCall('event.get', { id });
  usePullToRefresh('event.get');
  const event = query.data?.event;
  const card =
    event && !event.cancelled
      ? { title: `${event.title}，${instantLabel(event.startsAt)}`, path: pathTo('eventDetail', { id }) }
      : null;
  useShare(card);
  if (event) {
    return <EventScreen event={event} above={<Stale query={query} />} share={card && <ShareButton card={card} />} />;
  }
  return (
    <Page title="活动">
      <ThingView thing={{ name: 'eventDetail', id }} query={query} skeleton={<Skeleton shape="text" count={9} />}>
        {() => null}
      </ThingView>
    </Page>
  );
}

export default asPage(EventPage);
