import { Text, View } from '@tarojs/components';
import { useField } from '@/shared/form/useField';
import '../Field/Field.scss';
import { Tap } from '../Tap/Tap';
import './Tick.scss';

interface Props {
  label: string;
  /** The path of its value in the form around it. */
  name?: string;
  on: boolean;
  onChange: (on: boolean) => void;
  error?: string;
}

/** One statement to agree with. */
export function Tick({ label, name, on, onChange, error }: Props) {
  const field = useField(name);
  const wrong = error ?? field.error;
  return (
    <View id={field.id} className={`sx-field ${wrong ? 'sx-field--wrong' : ''}`}>
      <Tap
        className="sx-tick"
        role="checkbox"
        checked={on}
        label={wrong && `${label}，${wrong}`}
        onTap={() => onChange(!on)}
      >
        <View className={`sx-tick__box ${on ? 'sx-tick__box--on' : ''}`} ariaHidden>
          {on ? '✓' : ''}
        </View>
        <Text>{label}</Text>
      </Tap>
      {wrong && (
        <View className="sx-field__foot">
          <Text className="sx-field__error">{wrong}</Text>
        </View>
      )}
    </View>
  );
}
