import { View } from '@tarojs/components';
import { formDate, formTime, instantOfForm } from '@contract/day';
import { serverNow } from '@/shared/call/clock';
import { useField } from '@/shared/form/useField';
import { Field } from '../Field/Field';
import { Pick } from './Pick';
import { instantOfDate, instantOfTime, USUAL_TIME } from './suggest';

interface Props {
  label: string;
  /** The path of its value in the form around it. */
  name?: string;
  /** Epoch milliseconds, or null when nothing is chosen yet. */
  value: number | null;
  onChange: (value: number) => void;
  error?: string;
  /** One quiet line below, such as what it will be when nothing is chosen. */
  hint?: string;
}

/** A date and a time in Shanghai. */
export function DateTimeField({ label, name, value, onChange, error, hint }: Props) {
  const field = useField(name);
  const date = value === null ? '' : formDate(value);
  const time = value === null ? '' : formTime(value);
  const choose = (instant: number) => {
    if (!Number.isNaN(instant)) onChange(instant);
  };
  const chooseDate = (chosen: string) =>
    choose(time ? instantOfForm(chosen, time) : instantOfDate(chosen, serverNow()));
  const chooseTime = (chosen: string) =>
    choose(date ? instantOfForm(date, chosen) : instantOfTime(chosen, serverNow()));
  return (
    <Field id={field.id} label={label} role="group" error={error ?? field.error} hint={hint}>
      <View className="sx-pick__pair">
        <Pick mode="date" label={`${label}，日期`} value={date} from={formDate(serverNow())} onChange={chooseDate} />
        <Pick mode="time" label={`${label}，时间`} value={time} from={USUAL_TIME} onChange={chooseTime} />
      </View>
    </Field>
  );
}
