import { dayOf, type Day } from '@contract/day';
import { serverNow } from '@/shared/call/clock';
import { dayText } from '@/shared/dayText';
import { useField } from '@/shared/form/useField';
import { Chips } from '@/shared/ui/Chips/Chips';
import { Pick } from '@/shared/ui/DateTimeField/Pick';
import { dayOfForm, formDay } from '@/shared/ui/DayField/likelyDays';
import { Field } from '@/shared/ui/Field/Field';

interface Props {
  label: string;
  name: string;
  /** Likely days; null is the one that says what no day means. */
  likely: readonly { value: Day | null; label: string }[];
  value: Day | null;
  onChange: (day: Day | null) => void;
  hint?: string;
}

const NONE = 'none';

/** One day of a term: a tap for a likely one, the calendar for any other. */
export function TermDay({ label, name, likely, value, onChange, hint }: Props) {
  const field = useField(name);
  const other = value !== null && likely.every((one) => one.value !== value);
  const shown = other ? dayText(value, '0000') : '选日期';
  return (
    <Field id={field.id} label={label} role="radiogroup" error={field.error} hint={hint}>
      <Chips
        options={likely.map((one) => ({ value: one.value ?? NONE, label: one.label }))}
        value={value ?? NONE}
        onChange={(chosen) => onChange(chosen === NONE ? null : chosen)}
      >
        <Pick
          chip
          mode="date"
          label={`${label}，别的日子`}
          value={other ? formDay(value) : ''}
          from={formDay(value ?? dayOf(serverNow()))}
          shown={shown}
          on={other}
          onChange={(date) => onChange(dayOfForm(date))}
        />
      </Chips>
    </Field>
  );
}
