import { Text, View } from '@tarojs/components';
import { dayLabel, daysOfMonth, weekdayOf, type Day, type Month } from '@contract/day';
import type { ShownDay } from '@/shared/outbox/overlay';
import { Tap } from '@/shared/ui/Tap/Tap';
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

/** The days of a month in rows from Monday to Sunday, `null` where a row has a day of another month. */
function weeksOf(month: Month): (Day | null)[][] {
  const days = daysOfMonth(month);
  const lead = weekdayOf(days[0] ?? `${month}01`);
  const cells: (Day | null)[] = [...Array.from({ length: lead }, () => null), ...days];
  const weeks = Math.ceil(cells.length / WEEK.length);
  return Array.from({ length: weeks }, (_, week) => WEEK.map((_name, at) => cells[week * WEEK.length + at] ?? null));
}

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
  const number = (
    <View className={marks.filter(Boolean).join(' ')}>
      <Text className="calendar__number">{Number(day.slice(6))}</Text>
    </View>
  );
  if (day > props.today) return <View className="calendar__cell">{number}</View>;
  return (
    <Tap
      className="calendar__cell"
      label={spoken(day, shown)}
      selected={day === props.selected}
      current={day === props.today}
      onTap={() => props.onDay(day)}
    >
      {number}
    </Tap>
  );
}

/** A month in which each day with a record carries a small seal. Empty days are only empty: nothing is missed. */
export function Calendar({ month, today, days, selected, pressed, onDay }: Props) {
  const byDay = new Map(days.map((shown) => [shown.day, shown]));
  const others = { today, selected, pressed, onDay };
  return (
    <View className="calendar">
      <View className="calendar__row" ariaHidden>
        {WEEK.map((name) => (
          <View key={name} className="calendar__week">
            {name}
          </View>
        ))}
      </View>
      {weeksOf(month).map((week, row) => (
        <View key={row} className="calendar__row">
          {week.map((day, at) =>
            day ? (
              <DayCell key={day} day={day} shown={byDay.get(day)} {...others} />
            ) : (
              <View key={at} className="calendar__cell" />
            ),
          )}
        </View>
      ))}
    </View>
  );
}
