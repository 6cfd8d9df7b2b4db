import { Text, View } from '@tarojs/components';
import { eventKindNames } from '@contract/domains/event/constants';
import { instantLabel } from '@contract/day';
import type { EventDetail } from '@contract/domains/event/actions';
import { serverNow } from '@/shared/call/clock';
import { placesText } from './standing';
import { whenText } from './when';
import './EventFacts.scss';

/** What, when, where, by whom and how many places. */
export function EventFacts({ event }: { event: EventDetail }) {
  const facts = [
    { name: '时间', value: whenText(event.startsAt, event.endsAt) },
    { name: '地点', value: event.place },
    { name: '主办', value: event.orgName },
    { name: '名额', value: `${event.capacity} 席，${placesText(event, serverNow())}` },
    { name: '报名', value: `${instantLabel(event.deadline)} 截止` },
  ];
  return (
    <View className="sx-event">
      <Text className="sx-event__kind">{eventKindNames[event.kind]}</Text>
      <View className="sx-event__title" ariaRole="heading" ariaLevel={2}>
        {event.title}
      </View>
      <View className="sx-event__facts">
        {facts.map((fact) => (
          <View key={fact.name} className="sx-event__fact">
            <Text className="sx-event__name">{fact.name}</Text>
            <Text className="sx-event__value">{fact.value}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
