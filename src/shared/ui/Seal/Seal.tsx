import { Text, View } from '@tarojs/components';
import './Seal.scss';

interface Props {
  /** One, two or four characters; four are read as on a seal, from the right column down. */
  text?: string;
  /** Pixels; the seal does not grow with the type. */
  size?: number;
  /** Pressed now: it comes down once. */
  press?: boolean;
  /** What it says to a screen reader, where the characters alone would not. */
  label?: string;
}

/** The one red: done, or recommended. White characters on red (白文印). */
export function Seal({ text = '阅', size = 44, press = false, label }: Props) {
  const lines = text.length > 2 ? 2 : text.length;
  const character = Math.floor((size * (text.length === 1 ? 0.62 : 0.74)) / lines);
  return (
    <View
      className={`sx-seal ${press ? 'sx-seal--press' : ''}`}
      style={`width:${size}px;height:${size}px`}
      ariaRole="img"
      ariaLabel={label ?? text}
    >
      <Text
        className="sx-seal__text"
        style={`font-size:${character}px;width:${character * (text.length > 2 ? 2 : 1) * 1.06}px;height:${character * lines}px`}
      >
        {text}
      </Text>
    </View>
  );
}
