import { Text } from '@tarojs/components';
import { type Day, type Month } from '@contract/day';
import { go } from '@/shared/nav';
import type { ShownDay } from './outbox/overlay';
import { Section } from '@/shared/ui/Section/Section';
import { Calendar } from './Calendar';
import { rhythm } from './rhythm';
import './MonthStrip.scss';

interface Props {
  month: Month;
  today: Day;
  days: readonly ShownDay[];
  pressed: Day | null;
  /** The server's days are of an earlier month: only what this phone holds is shown. */
  behind: boolean;
}

/** This month at a glance. A day opens its record. */
export function MonthStrip({ month, today, days, pressed, behind }: Props) {
  return (
    <Section
      title={behind ? rhythm(month, []) : rhythm(month, days)}
      more={{ label: '翻看与补记', onClick: () => go('month', { month }) }}
    >
      <Calendar
        month={month}
        today={today}
        days={days}
        pressed={pressed}
        onDay={(day) => go('month', { month, day })}
      />
      {behind && <Text className="month-strip__behind">还不知道这个月别处的记录，连上网络后补齐。</Text>}
    </Section>
  );
}
