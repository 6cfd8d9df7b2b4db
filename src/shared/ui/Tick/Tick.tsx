import { Text, View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
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
      <Tap className="sx-tick" role="checkbox" checked={on} onTap={() => onChange(!on)}>
        <View className={`sx-tick__box ${on ? 'sx-tick__box--on' : ''}`} ariaHidden>
          {on ? '✓' : ''}
        </View>
        <Text>{label}</Text>
      </Tap>
      {error && (
        <View className="sx-field__foot">
          <Text className="sx-field__error">{error}</Text>
        </View>
      )}
    </View>
  );
}
