import { Text, View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import '../TextField/TextField.scss';
import './ChoiceField.scss';

interface Props<V extends string> {
  label: string;
  options: readonly { value: V; label: string }[];
  value: V | null;
  onChange: (value: V) => void;
  error?: string;
}

/** One of a few, all in sight. */
export function ChoiceField<V extends string>({ label, options, value, onChange, error }: Props<V>) {
  return (
    <View className="sx-field" ariaRole="radiogroup" ariaLabel={label}>
      <Text className="sx-field__label">{label}</Text>
      <View className="sx-choice">
        {options.map((option) => (
          <Tap
            key={option.value}
            className={`sx-choice__one ${option.value === value ? 'sx-choice__one--on' : ''}`}
            role="radio"
            checked={option.value === value}
            onTap={() => onChange(option.value)}
          >
            {option.label}
          </Tap>
        ))}
      </View>
      {error && (
        <View className="sx-field__foot">
          <Text className="sx-field__error">{error}</Text>
        </View>
      )}
    </View>
  );
}
