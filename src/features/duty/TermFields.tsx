import { dayOf } from '@contract/day';
import { serverNow } from '@/shared/call/clock';
import { useField } from '@/shared/form/useField';
import { Chips } from '@/shared/ui/Chips/Chips';
import { Pick } from '@/shared/ui/DateTimeField/Pick';
import { dayOfForm, formDay } from '@/shared/ui/DayField/likelyDays';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { Field } from '@/shared/ui/Field/Field';
import { fullDay } from './terms';
import { endAfter, type Words } from './words';

interface Props {
  words: Words;
  onChange: (update: (old: Words) => Words) => void;
}

const NO_END = 'none';
const usualYears = [
  { years: 3, label: '三年' },
  { years: 5, label: '五年' },
];

const sentence = ({ from, until }: Words, today: string): string =>
  `${from === today ? '从今天起' : `${fullDay(from)}起`}，${until === null ? '不定期限' : `至${fullDay(until)}`}`;

/** From when until when: from today on and without an end, unless somebody says otherwise. */
export function TermFields({ words, onChange }: Props) {
  const start = useField('from');
  const end = useField('until');
  const today = dayOf(serverNow());
  const ends = usualYears.map(({ years, label }) => ({ value: endAfter(words.from, years), label }));
  const other = words.until !== null && ends.every(({ value }) => value !== words.until);
  const setUntil = (until: string | null) => onChange((old) => ({ ...old, until }));
  return (
    <Defaults text={sentence(words, today)} names={['from', 'until']}>
      <Field id={start.id} label="从哪天起" role="radiogroup" error={start.error}>
        <Chips
          options={[{ value: today, label: '今天' }]}
          value={words.from}
          onChange={(from) => onChange((old) => ({ ...old, from }))}
        >
          <Pick
            chip
            mode="date"
            label="从哪天起，别的日子"
            value={words.from === today ? '' : formDay(words.from)}
            from={formDay(words.from)}
            shown={words.from === today ? '选日期' : fullDay(words.from)}
            on={words.from !== today}
            onChange={(date) => onChange((old) => ({ ...old, from: dayOfForm(date) }))}
          />
        </Chips>
      </Field>
      <Field id={end.id} label="到哪天为止（含当天）" role="radiogroup" error={end.error}>
        <Chips
          options={[{ value: NO_END, label: '不定' }, ...ends]}
          value={words.until ?? NO_END}
          onChange={(chosen) => setUntil(chosen === NO_END ? null : chosen)}
        >
          <Pick
            chip
            mode="date"
            label="到哪天为止，别的日子"
            value={other && words.until !== null ? formDay(words.until) : ''}
            from={formDay(words.until ?? words.from)}
            shown={other && words.until !== null ? fullDay(words.until) : '选日期'}
            on={other}
            onChange={(date) => setUntil(dayOfForm(date))}
          />
        </Chips>
      </Field>
    </Defaults>
  );
}
