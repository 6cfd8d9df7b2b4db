import { Picker, Text, View } from '@tarojs/components';
import { formDate, formTime, instantOfForm } from '@contract/day';
import { serverNow } from '@/shared/call/clock';
import { instantOfDate, instantOfTime, USUAL_TIME } from './suggest';
import '../TextField/TextField.scss';
import './DateTimeField.scss';

interface Props {
  label: string;
  /** Epoch milliseconds, or null when nothing is chosen yet. */
  value: number | null;
  onChange: (value: number) => void;
  error?: string;
  /** One quiet line below, such as what it will be when nothing is chosen. */
  hint?: string;
}

/** The picker around it takes the tap; in the browser the keyboard must find it. */
const focusable = process.env.TARO_ENV === 'h5' ? 0 : undefined;

/** A date and a time in Shanghai. */
export function DateTimeField({ label, value, onChange, error, hint }: Props) {
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
    <View className={`sx-field ${error ? 'sx-field--wrong' : ''}`}>
      <Text className="sx-field__label">{label}</Text>
      <View className="sx-date-time">
        <Picker
          className="sx-date-time__date"
          mode="date"
          value={date || formDate(serverNow())}
          onChange={(event) => chooseDate(event.detail.value)}
        >
          <View
            className="sx-date-time__value"
            ariaRole="button"
            ariaLabel={`${label}，${date || '选日期'}`}
            tabindex={focusable}
          >
            {date || '选日期'}
          </View>
        </Picker>
        <Picker
          className="sx-date-time__time"
          mode="time"
          value={time || USUAL_TIME}
          onChange={(event) => chooseTime(String(event.detail.value))}
        >
          <View
            className="sx-date-time__value"
            ariaRole="button"
            ariaLabel={`${label}，${time || '选时间'}`}
            tabindex={focusable}
          >
            {time || '选时间'}
          </View>
        </Picker>
      </View>
      <View className="sx-field__foot">
        <Text className={error ? 'sx-field__error' : 'sx-field__hint'}>{error ?? hint ?? ''}</Text>
      </View>
    </View>
  );
}
