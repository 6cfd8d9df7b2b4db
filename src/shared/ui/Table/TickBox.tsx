import { View } from '@tarojs/components';
import { Tap } from '../Tap/Tap';
import '../Tick/Tick.scss';

interface Props {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  /** ↑ and ↓ lead to it. */
  main?: boolean;
}

/** A box without visible words; the row says what it is of. */
export function TickBox({ label, on, onChange, main = false }: Props) {
  return (
    <Tap
      className={`sx-table__tick ${main ? 'sx-table__main' : ''}`}
      role="checkbox"
      label={label}
      checked={on}
      onTap={() => onChange(!on)}
    >
      <View className={`sx-tick__box ${on ? 'sx-tick__box--on' : ''}`} ariaHidden>
        {on ? '✓' : ''}
      </View>
    </Tap>
  );
}
