import { Text, View } from '@tarojs/components';
import type { ShownLine } from './outbox/overlay';
import { Button } from '@/shared/ui/Button/Button';
import { Seal } from '@/shared/ui/Seal/Seal';
import { detailsLine, writeLabel } from './details';
import { Note } from '@/shared/ui/Note/Note';
import './LoggedToday.scss';

interface Props {
  line: ShownLine;
  /** Words were begun and not saved yet. */
  begun: boolean;
  /** Logged a moment ago. */
  press: boolean;
  onWrite: () => void;
}

/** After the tap: the seal, and room for a few words for those who want it. */
export function LoggedToday({ line, begun, press, onWrite }: Props) {
  const details = detailsLine(line);
  const written = details !== '' || line.note !== null;
  return (
    <View>
      <View className="logged">
        <Seal text="今日已读" size={56} press={press} />
        <View className="logged__words">
          <Text className="logged__title">{line.waiting ? '记下了，待同步' : '记下了'}</Text>
          {details && <Text className="logged__details">{details}</Text>}
        </View>
        <View className="logged__write">
          <Button kind="text" onClick={onWrite}>
            {writeLabel(begun, written, '再写几句')}
          </Button>
        </View>
      </View>
      {line.note && (
        <View className="logged__note">
          <Note text={line.note} />
        </View>
      )}
    </View>
  );
}
