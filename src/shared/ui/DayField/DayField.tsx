import { dayLabel, dayOf } from '@contract/day';
import { serverNow } from '@/shared/call/clock';
import { useField } from '@/shared/form/useField';
import { Chips } from '../Chips/Chips';
import { Pick } from '../DateTimeField/Pick';
import { Field } from '../Field/Field';
import { dayOfForm, formDay, likelyDays } from './likelyDays';

interface Props {
  label: string;
  /** The path of its value in the form around it. */
  name?: string;
  /** `YYYY-MM-DD`, or empty when nothing is chosen yet. */
  value: string;
  onChange: (date: string) => void;
  hint?: string;
}

/** A day to come: one tap for a likely one, the calendar for any other. */
export function DayField({ label, name, value, onChange, hint }: Props) {
  const field = useField(name);
  const today = dayOf(serverNow());
  const options = likelyDays(today);
  const other = value !== '' && options.every((option) => option.value !== value);
  return (
    <Field id={field.id} label={label} role="radiogroup" error={field.error} hint={hint}>
      <Chips options={options} value={value} onChange={onChange}>
        <Pick
          chip
          mode="date"
          label={`${label}，别的日子`}
          value={other ? value : ''}
          from={value || formDay(today)}
          shown={other ? dayLabel(dayOfForm(value)).split(' ')[0] : '选日期'}
          on={other}
          onChange={onChange}
        />
      </Chips>
    </Field>
  );
}
