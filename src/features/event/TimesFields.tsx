import { View } from '@tarojs/components';
import { serverNow } from '@/shared/call/clock';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { DateTimeField } from '@/shared/ui/DateTimeField/DateTimeField';
import { TimeField } from '@/shared/ui/DateTimeField/TimeField';
import type { EventPlan } from './plan';
import { clockOf, timesOf, withEndTime, withTime } from './times';
import { timesText } from './timesText';

interface Props {
  plan: EventPlan;
  onChange: (update: (old: EventPlan) => EventPlan) => void;
}

/** When it begins and ends and until when people may sign up: as usual in one sentence, or as chosen. */
export function TimesFields({ plan, onChange }: Props) {
  const now = serverNow();
  const times = timesOf(plan, now);
  const { from, to } = clockOf(plan);
  return (
    <Defaults text={timesText(plan, now)} names={['endsAt', 'deadline']}>
      <View className="sx-form__pair">
        <TimeField label="几点开始" value={from} onChange={(time) => onChange((old) => withTime(old, time))} />
        {times ? (
          <DateTimeField
            label="结束"
            name="endsAt"
            value={times.endsAt}
            onChange={(endsAt) => onChange((old) => ({ ...old, endsAt }))}
          />
        ) : (
          <TimeField label="几点结束" value={to} onChange={(time) => onChange((old) => withEndTime(old, time))} />
        )}
      </View>
      {times && (
        <DateTimeField
          label="报名截止"
          name="deadline"
          value={times.deadline}
          onChange={(deadline) => onChange((old) => ({ ...old, deadline }))}
        />
      )}
    </Defaults>
  );
}
