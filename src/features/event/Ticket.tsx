import { Text, View } from '@tarojs/components';
import { eventKindNames } from '@contract/domains/event/constants';
import type { EventCard } from '@contract/domains/event/actions';
import { serverNow } from '@/shared/call/clock';
import { heldWords } from '@/shared/moderation/words';
import { Tap } from '@/shared/ui/Tap/Tap';
import { useOpen } from '@/shared/wide/chosen';
import { headlineOf, placesText, standingOf } from './standing';
import { deadlineText, ticketDate } from './when';
import './Ticket.scss';

/** An event as a ticket: the stub says when; the body my place first if I have one, then what, where and how many places. */
export function Ticket({ event }: { event: EventCard }) {
  const { open, current } = useOpen('eventDetail', event.id);
  const now = serverNow();
  const standing = standingOf(event, now);
  const date = ticketDate(event.startsAt);
  const headline = headlineOf(event, now);
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
        <Text className="sx-ticket__time">{date.time}</Text>
      </View>
      <View className="sx-ticket__body">
        {headline && <Text className={`sx-ticket__mine sx-ticket__mine--${headline.tone}`}>{headline.text}</Text>}
        {event.held && <Text className="sx-ticket__mine sx-ticket__mine--off">{heldWords(event.held).state}</Text>}
        <Text className="sx-ticket__title">{event.title}</Text>
        <Text className="sx-ticket__line">{`${eventKindNames[event.kind]} · ${event.place}`}</Text>
        <Text className="sx-ticket__line">{`${event.orgName} 主办`}</Text>
        <View className="sx-ticket__foot">
          <Text className={headline ? 'sx-ticket__aside' : 'sx-ticket__places'}>{placesText(event, now)}</Text>
          {!headline && (standing === 'open' || standing === 'full') && (
            <Text className="sx-ticket__aside">{deadlineText(event.deadline)}</Text>
          )}
        </View>
      </View>
    </Tap>
  );
}
