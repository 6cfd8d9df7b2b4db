import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { addMonths, monthOf, type Day, type Month } from '@contract/day';
import { useQueryCall } from '@/shared/call/query';
import { useToday } from '@/shared/call/useToday';
import { Button } from '@/shared/ui/Button/Button';
import { Failed } from '@/shared/ui/Failed/Failed';
import { Stale } from '@/shared/ui/QueryView/Stale';
import { Calendar } from './Calendar';
import { DayRecord } from './DayRecord';
import { monthWords } from './rhythm';
import { none, useShownDays } from './useShownDays';
import './MonthRecord.scss';

interface Props {
  initialMonth?: Month;
  initialDay?: Day;
}

/** One's own reading by the month: look through, fill in (补记), change, take back. */
export function MonthRecord({ initialMonth, initialDay }: Props) {
  const today = useToday();
  const [month, setMonth] = useState(initialMonth ?? monthOf(initialDay ?? today));
  const [day, setDay] = useState<Day | null>(initialDay ?? (month === monthOf(today) ? today : null));
  const query = useQueryCall('checkin.month', { month });
  const known = query.data !== undefined;
  const days = useShownDays(month, query.data?.days ?? none);
  const turn = (count: number) => {
    setMonth(addMonths(month, count));
    setDay(null);
  };
  // A visitor has no days: nothing to look through, nothing to fill in.
  if (query.error?.code === 'NOT_REGISTERED') return <Failed error={query.error} onRetry={query.retry} />;
  const newest = month >= monthOf(today);
  return (
    <View className="month-record">
      <View className="month-record__month">
        <Stale query={query} />
        <View className="month-record__head">
          <View className="month-record__side">
            <Button kind="text" onClick={() => turn(-1)}>
              上个月
            </Button>
          </View>
          <View className="month-record__title">
            <Text className="month-record__name">{`${month.slice(0, 4)}年${Number(month.slice(4))}月`}</Text>
            <Text className="month-record__rhythm">{monthWords(days, known, query.error)}</Text>
          </View>
          <View className="month-record__side month-record__side--end">
            {!newest && (
              <Button kind="text" onClick={() => turn(1)}>
                下个月
              </Button>
            )}
          </View>
        </View>
        <Calendar month={month} today={today} days={days} selected={day} onDay={setDay} />
        {query.error && !known && <Failed error={query.error} onRetry={query.retry} />}
      </View>
      {day && <DayRecord key={day} day={day} today={today} known={known} shown={days.find((one) => one.day === day)} />}
    </View>
  );
}
