import { View } from '@tarojs/components';
import { useField } from '@/shared/form/useField';
import { Field } from '../Field/Field';
import { Pick } from './Pick';

interface Props {
  label: string;
  /** `HH:mm`. */
  value: string;
  onChange: (time: string) => void;
}

/** A time of the day. */
export function TimeField({ label, value, onChange }: Props) {
  const { id } = useField();
  return (
    <Field id={id} label={label} role="group">
      <View className="sx-pick__pair">
        <Pick mode="time" label={label} value={value} from={value} onChange={onChange} />
      </View>
    </Field>
  );
}
