import { Text, View } from '@tarojs/components';
import { dayLabel, daysOfMonth, weekdayOf, type Day, type Month } from '@contract/day';
import type { ShownDay } from '@/shared/outbox/overlay';
import './Calendar.scss';

interface Props {
  month: Month;
  today: Day;
  days: readonly ShownDay[];
  /** The day whose record is open. */
  selected?: Day | null;
  /** The day that was logged just now: its seal comes down once. */
  pressed?: Day | null;
  onDay: (day: Day) => void;
}

const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

const spoken = (day: Day, shown: ShownDay | undefined): string => {
  if (!shown) return dayLabel(day);
  return `${dayLabel(day)}，读了 ${shown.lines.length} 本${shown.lines.some((line) => line.waiting) ? '，待同步' : ''}`;
};

function DayCell({ day, shown, ...props }: { day: Day; shown: ShownDay | undefined } & Omit<Props, 'days' | 'month'>) {
  const marks = [
    'calendar__day',
    shown && 'calendar__day--read',
    shown?.lines.some((line) => line.waiting) && 'calendar__day--waiting',
    day === props.today && 'calendar__day--today',
    day > props.today && 'calendar__day--future',
    day === props.selected && 'calendar__day--selected',
    day === props.pressed && 'calendar__day--pressed',
  ];
  const tap = day > props.today ? {} : { onClick: () => props.onDay(day), ariaRole: 'button' };
  return (
    <View className="calendar__cell" {...tap} ariaLabel={spoken(day, shown)}>
      <View className={marks.filter(Boolean).join(' ')}>
        <Text className="calendar__number">{Number(day.slice(6))}</Text>
      </View>
    </View>
  );
}

/** A month in which each day with a record carries a small seal. Empty days are only empty: nothing is missed. */
export function Calendar({ month, today, days, selected, pressed, onDay }: Props) {
  const all = daysOfMonth(month);
  const lead = weekdayOf(all[0] ?? `${month}01`);
  const byDay = new Map(days.map((shown) => [shown.day, shown]));
  return (
    <View className="calendar">
      {WEEK.map((name) => (
        <View key={name} className="calendar__week" ariaHidden>
          {name}
        </View>
      ))}
      {Array.from({ length: lead }, (_, index) => (
        <View key={index} className="calendar__cell" />
      ))}
      {all.map((day) => (
        <DayCell
          key={day}
          day={day}
          shown={byDay.get(day)}
          today={today}
          selected={selected}
          pressed={pressed}
          onDay={onDay}
        />
      ))}
    </View>
  );
}
