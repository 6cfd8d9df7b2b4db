import { instantLabel } from '@contract/day';
import type { EventDetail } from '@contract/domains/event/actions';
import { EventScreen } from '@/features/event/EventScreen';
import { Report } from '@/features/moderation/Report';
import { ThingView } from '@/features/session/ThingView';
import { useQueryCall } from '@/shared/call/query';
import { pathTo } from '@/shared/nav';
import { ShareButton } from '@/shared/share/ShareButton';
import type { ShareCard } from '@/shared/share/useShare';
import { Page } from '@/shared/ui/Page/Page';
import { Stale } from '@/shared/ui/QueryView/Stale';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** As it is forwarded; nobody is invited to what is called off, or not to be seen by others yet. */
export const eventShareCard = (event: EventDetail | undefined): ShareCard | null =>
  event && !event.cancelled && event.held?.of !== 'publication'
    ? { title: `${event.title}，${instantLabel(event.startsAt)}`, path: pathTo('eventDetail', { id: event.id }) }
    : null;

/** 活动: one event, on its page or beside the list. */
export function EventView({ id }: { id: string }) {
  const query = useQueryCall('event.get', { id });
  const event = query.data?.event;
  const card = eventShareCard(event);
  if (event) {
    const foot = (
      <>
        {card && <ShareButton card={card} />}
        {!event.mayManage && <Report kind="event" thing={id} />}
      </>
    );
    return <EventScreen event={event} above={<Stale query={query} />} foot={foot} />;
  }
  return (
    <Page title="活动">
      <ThingView thing={{ name: 'eventDetail', id }} query={query} skeleton={<Skeleton shape="text" count={9} />}>
        {() => null}
      </ThingView>
    </Page>
  );
}
