import { Text, View } from '@tarojs/components';
import type { EventCard, MySignup } from '@contract/actions/event';
import { dayLabel, dayOf, formTime } from '@contract/day';
import { go } from '@/shared/nav';
import { Card } from '@/shared/ui/Card/Card';
import { Section } from '@/shared/ui/Section/Section';
import './NextEvent.scss';

const placeText = (mine: MySignup): string => {
  if (mine.state === 'waiting') return `候补第 ${mine.place} 位`;
  return mine.state === 'in' ? '已报名' : '';
};

/** My next event, as a ticket: the date large. */
export function NextEvent({ event }: { event: EventCard }) {
  const day = dayOf(event.startsAt);
  const [date, weekday] = dayLabel(day).split(' ');
  const month = date?.slice(0, date.indexOf('月') + 1);
  return (
    <Section title="我的下一场" more={{ label: '全部', onClick: () => go('events', { which: 'mine' }) }}>
      <Card onClick={() => go('eventDetail', { id: event.id })}>
        <View className="next-event">
          <View className="next-event__date">
            <Text className="next-event__day">{Number(day.slice(6))}</Text>
            <Text className="next-event__month">{`${month} ${weekday}`}</Text>
          </View>
          <View className="next-event__words">
            <Text className="next-event__title">{event.title}</Text>
            <Text className="next-event__place">{`${formTime(event.startsAt)} · ${event.place}`}</Text>
            <Text className="next-event__mine">{event.cancelled ? '活动已取消' : placeText(event.mine)}</Text>
          </View>
        </View>
      </Card>
    </Section>
  );
}
