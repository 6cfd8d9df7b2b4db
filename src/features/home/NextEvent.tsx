import { Text, View } from '@tarojs/components';
import type { NextEvent as Upcoming } from '@contract/domains/home/actions';
import { dayLabel, dayOf, daysBetween, formTime, type Day } from '@contract/day';
import { go } from '@/shared/nav';
import { Tap } from '@/shared/ui/Tap/Tap';
import './NextEvent.scss';

/** An event so many days away, or nearer, stands where the eye meets it. */
const SOON_DAYS = 7;

export const isSoon = ({ startsAt }: Upcoming, today: Day): boolean => daysBetween(today, dayOf(startsAt)) <= SOON_DAYS;

/** `今天`, `明天` or the weekday, and the date. */
function whenOf(startsAt: number, today: Day): [word: string, date: string] {
  const day = dayOf(startsAt);
  const [date = '', weekday = ''] = dayLabel(day).split(' ');
  const near = ['今天', '明天'][daysBetween(today, day)];
  return [near ?? weekday, date];
}

/** My next event in one line, as a ticket's stub: the day, what, when and where. */
export function NextEvent({ event, today }: { event: Upcoming; today: Day }) {
  const { id, title, startsAt, place, seated } = event;
  const [word, date] = whenOf(startsAt, today);
  const facts = [formTime(startsAt), !seated && '候补中', place];
  return (
    <Tap className="next-event" role="link" pressed="next-event--pressed" onTap={() => go('eventDetail', { id })}>
      <View className="next-event__date">
        <Text className="next-event__day">{word}</Text>
        <Text className="next-event__month">{date}</Text>
      </View>
      <View className="next-event__words">
        <Text className="next-event__title">{title}</Text>
        <Text className="next-event__facts">{facts.filter(Boolean).join(' · ')}</Text>
      </View>
    </Tap>
  );
}
