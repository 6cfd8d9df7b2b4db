import { Text, View } from '@tarojs/components';
import { dayLabel } from '@contract/day';
import { useWho } from '@/shared/backend/local/identity';
import { dismissRefused, useOutbox } from './outbox/outbox';
import type { Entry } from './outbox/entry';
import type { Refused } from './outbox/state';
import { copyText } from '@/shared/copyText';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { Note } from './Note';
import './RefusedNotes.scss';

const verbs: Record<Entry['kind'], string> = { submit: '记下', remove: '移除', undo: '撤销' };

function RefusedNote({ refused: { entry, message } }: { refused: Refused }) {
  const note = entry.kind === 'submit' ? entry.details.note : null;
  const copy = (text: string) => void copyText(text, '心得已复制');
  return (
    <Card>
      <Text className="refused__title">{`${dayLabel(entry.day)}《${entry.book.title}》没能${verbs[entry.kind]}`}</Text>
      <Text className="refused__why">{message}</Text>
      {note && (
        <View className="refused__note">
          <Note text={note} />
        </View>
      )}
      <View className="refused__actions">
        {note && (
          <Button kind="text" onClick={() => copy(note)}>
            复制心得
          </Button>
        )}
        <Button kind="text" onClick={() => dismissRefused(entry.id)}>
          知道了
        </Button>
      </View>
    </Card>
  );
}

/** Check-ins the server refused: what happened, why, and the person's own words, until they have been seen. */
export function RefusedNotes() {
  const who = useWho();
  const refused = useOutbox((state) => state.refused).filter(({ entry }) => entry.who === who);
  if (refused.length === 0) return null;
  return (
    <View className="refused">
      {refused.map((one) => (
        <RefusedNote key={one.entry.id} refused={one} />
      ))}
    </View>
  );
}
