import { type Day, type Month } from '@contract/day';
import { go } from '@/shared/nav';
import type { ShownDay } from '@/shared/outbox/overlay';
import { Section } from '@/shared/ui/Section/Section';
import { Calendar } from './Calendar';
import { rhythm } from './rhythm';

interface Props {
  month: Month;
  today: Day;
  days: readonly ShownDay[];
  pressed: Day | null;
}

/** This month at a glance. A day opens its record. */
export function MonthStrip({ month, today, days, pressed }: Props) {
  return (
    <Section title={rhythm(month, days)} more={{ label: '翻看与补记', onClick: () => go('month', { month }) }}>
      <Calendar
        month={month}
        today={today}
        days={days}
        pressed={pressed}
        onDay={(day) => go('month', { month, day })}
      />
    </Section>
  );
}
