import { Text, View } from '@tarojs/components';
import { dayLabel, daysOfMonth, weekdayOf, type Day, type Month } from '@contract/day';
import type { ShownDay } from './outbox/overlay';
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

/** `11月23日 周一，今天，记了 1 笔`. Of a day without a record nothing is said, as nothing is shown. */
function spoken(day: Day, today: Day, shown: ShownDay | undefined): string {
  const parts = [
    dayLabel(day),
    day === today && '今天',
    shown && `记了 ${shown.lines.length} 笔`,
    shown?.lines.some(({ waiting }) => waiting) && '待同步',
  ];
  return parts.filter(Boolean).join('，');
}

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
  return (
    <Tap
      className="calendar__cell"
      role="gridcell"
      label={spoken(day, props.today, shown)}
      selected={day === props.selected ? true : undefined}
      disabled={day > props.today ? true : undefined}
      onTap={() => props.onDay(day)}
    >
      <View className={marks.filter(Boolean).join(' ')}>
        <Text className="calendar__number">{Number(day.slice(6))}</Text>
      </View>
    </Tap>
  );
}

/** A month in which each day with a record carries a small seal. Empty days are only empty: nothing is missed. */
export function Calendar({ month, today, days, selected, pressed, onDay }: Props) {
  const byDay = new Map(days.map((shown) => [shown.day, shown]));
  const others = { today, selected, pressed, onDay };
  return (
    <View className="calendar" ariaRole="grid" ariaLabel={`${Number(month.slice(4))}月的日历`}>
      <View className="calendar__row" ariaRole="row">
        {WEEK.map((name) => (
          <View key={name} className="calendar__week" ariaRole="columnheader" ariaLabel={`周${name}`}>
            {name}
          </View>
        ))}
      </View>
      {weeksOf(month).map((week, row) => (
        <View key={row} className="calendar__row" ariaRole="row">
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
