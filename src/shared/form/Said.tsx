import { View } from '@tarojs/components';
import './Said.scss';

/** What came of a try to send, for the ear. It is there before its words, or a screen reader says nothing. */
export function Said({ text }: { text: string }) {
  return (
    <View className="sx-said" ariaRole="status" ariaLive="polite">
      {text}
    </View>
  );
}
