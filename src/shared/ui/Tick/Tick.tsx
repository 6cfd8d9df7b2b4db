import { Text, View } from '@tarojs/components';
import '../TextField/TextField.scss';
import './Tick.scss';

interface Props {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  error?: string;
}

/** One statement to agree with. */
export function Tick({ label, on, onChange, error }: Props) {
  return (
    <View className="sx-field">
      <View className="sx-tick" ariaRole="checkbox" ariaChecked={on} ariaLabel={label} onClick={() => onChange(!on)}>
        <View className={`sx-tick__box ${on ? 'sx-tick__box--on' : ''}`}>{on ? '✓' : ''}</View>
        <Text>{label}</Text>
      </View>
      {error && (
        <View className="sx-field__foot">
          <Text className="sx-field__error">{error}</Text>
        </View>
      )}
    </View>
  );
}
