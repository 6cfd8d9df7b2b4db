import { Text, View } from '@tarojs/components';
import { eventKindNames } from '@contract/constants';
import type { EventCard } from '@contract/actions/event';
import { serverNow } from '@/shared/call/clock';
import { Tap } from '@/shared/ui/Tap/Tap';
import { useOpen } from '@/shared/wide/chosen';
import { mineText, placesText, standingOf } from './standing';
import { deadlineText, ticketDate } from './when';
import './Ticket.scss';

/** An event as a ticket: the stub with the date, the body with what, where and how many places. */
export function Ticket({ event }: { event: EventCard }) {
  const { open, current } = useOpen('eventDetail', event.id);
  const now = serverNow();
  const standing = standingOf(event, now);
  const date = ticketDate(event.startsAt);
  const mine = mineText(event.mine);
  const past = standing === 'cancelled' || standing === 'over';
  return (
    <Tap
      className={`sx-ticket ${past ? 'sx-ticket--past' : ''} ${current ? 'sx-ticket--current' : ''}`}
      pressed="sx-ticket--pressed"
      current={current}
      onTap={open}
    >
      <View className="sx-ticket__stub">
        <Text className="sx-ticket__month">{date.month}</Text>
        <Text className="sx-ticket__day">{date.day}</Text>
        <Text className="sx-ticket__weekday">{date.weekday}</Text>
      </View>
      <View className="sx-ticket__body">
        <Text className="sx-ticket__title">{event.title}</Text>
        <Text className="sx-ticket__line">{`${date.time} · ${eventKindNames[event.kind]} · ${event.place}`}</Text>
        <Text className="sx-ticket__line">{`${event.orgName} 主办`}</Text>
        <View className="sx-ticket__foot">
          <Text className="sx-ticket__places">{placesText(event, now)}</Text>
          {mine ? (
            <Text className={`sx-ticket__mine sx-ticket__mine--${event.mine.state}`}>{mine}</Text>
          ) : (
            (standing === 'open' || standing === 'full') && (
              <Text className="sx-ticket__deadline">{deadlineText(event.deadline)}</Text>
            )
          )}
        </View>
      </View>
    </Tap>
  );
}
