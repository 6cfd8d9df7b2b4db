import { Text, View } from '@tarojs/components';
import { addDays, dayOf } from '@contract/day';
import { serverNow } from '@/shared/call/clock';
import { Chips } from '@/shared/ui/Chips/Chips';
import { Pick } from '@/shared/ui/DateTimeField/Pick';
import { dayOfForm, formDay } from '@/shared/ui/DayField/likelyDays';
import { dayText } from '@/shared/dayText';

/** The first day and the last, `YYYYMMDD`; none is without an end. */
export interface Days {
  from?: string;
  to?: string;
}

const LATELY = [
  { value: '7', label: '近七天' },
  { value: '30', label: '近三十天' },
] as const;
const ALL = '';

interface Props {
  days: Days;
  onChange: (days: Days) => void;
}

/** Of which days: the last ones by a tap, any others by the calendar. */
export function Period({ days: { from, to }, onChange }: Props) {
  const today = dayOf(serverNow());
  const start = (length: string): string => addDays(today, 1 - Number(length));
  const lately = to === undefined && LATELY.find(({ value }) => start(value) === from)?.value;
  const chosen = lately || (from === undefined && to === undefined ? ALL : null);
  const bound = (which: 'from' | 'to', label: string, value: string | undefined, on: boolean) => (
    <Pick
      chip
      mode="date"
      label={label}
      value={value === undefined ? '' : formDay(value)}
      from={formDay(value ?? today)}
      shown={on && value !== undefined ? `${label} ${dayText(value)}` : `${label}…`}
      on={on && value !== undefined}
      onChange={(date) => onChange({ from, to, [which]: dayOfForm(date) })}
    />
  );
  return (
    <View className="sx-list-head__filter" ariaRole="radiogroup" ariaLabel="时间">
      <Text className="sx-list-head__label">时间</Text>
      <Chips<string>
        options={[{ value: ALL, label: '全部' }, ...LATELY]}
        value={chosen}
        onChange={(length) => onChange(length === ALL ? {} : { from: start(length) })}
      >
        {bound('from', '从', from, !lately)}
        {bound('to', '到', to, true)}
      </Chips>
    </View>
  );
}
