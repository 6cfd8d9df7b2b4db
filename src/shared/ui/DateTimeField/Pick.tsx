import { Input, Picker, View } from '@tarojs/components';
import './Pick.scss';

interface Props {
  mode: 'date' | 'time';
  /** What a screen reader hears before the value. */
  label: string;
  /** `YYYY-MM-DD` or `HH:mm`; empty when nothing is chosen yet. */
  value: string;
  /** Where the wheels stand when nothing is chosen. */
  from: string;
  /** What stands there instead of the value. */
  shown?: string;
  /** Looks like a chip among chips; chosen where `on`. */
  chip?: boolean;
  on?: boolean;
  onChange: (value: string) => void;
}

const empty = { date: '选日期', time: '选时间' };
const whole = { date: /^2\d{3}-\d\d-\d\d$/, time: /^\d\d:\d\d$/ };

/**
 * One date or time. WeChat has its wheels; in a browser its own control is better than an imitation of them, and takes
 * the keyboard. That one reports years such as 0002 while one is typed, which nobody means.
 */
export function Pick({ mode, label, value, from, shown, chip = false, on = false, onChange }: Props) {
  const classes = chip ? `sx-chips__one ${on ? 'sx-chips__one--on' : ''}` : 'sx-pick';
  const text = shown ?? (value || empty[mode]);
  if (process.env.TARO_ENV === 'h5') {
    const choose = (typed: string) => {
      if (whole[mode].test(typed)) onChange(typed);
    };
    return (
      <View className={`sx-pick__over ${classes}`}>
        <View className="sx-pick__shown" ariaHidden>
          {text}
        </View>
        <Input
          className="sx-pick__native"
          value={value}
          nativeProps={{ type: mode, 'aria-label': label }}
          onInput={(event) => choose(event.detail.value)}
        />
      </View>
    );
  }
  return (
    <Picker
      className={chip ? '' : 'sx-pick__place'}
      mode={mode}
      value={value || from}
      onChange={(event) => onChange(String(event.detail.value))}
    >
      <View className={classes} ariaRole="button" ariaLabel={`${label} ${text}`}>
        {text}
      </View>
    </Picker>
  );
}
