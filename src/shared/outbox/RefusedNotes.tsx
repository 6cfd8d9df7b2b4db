import { Text, View } from '@tarojs/components';
import { useWho } from '@backend/identity';
import { copyText } from '@/shared/copyText';
import { Button } from '@/shared/ui/Button/Button';
import { Card } from '@/shared/ui/Card/Card';
import { Note } from '@/shared/ui/Note/Note';
import { dismissRefused, toldOf, useOutbox } from './outbox';
import type { Refused } from './state';
import './RefusedNotes.scss';

function RefusedNote({ refused: { entry, message } }: { refused: Refused }) {
  const { title, words } = toldOf(entry);
  return (
    <Card>
      <Text className="refused__title">{title}</Text>
      <Text className="refused__why">{message}</Text>
      {words && (
        <View className="refused__note">
          <Note text={words.text} />
        </View>
      )}
      <View className="refused__actions">
        {words && (
          <Button kind="text" onClick={() => void copyText(words.text, `${words.name}已复制`)}>
            {`复制${words.name}`}
          </Button>
        )}
        <Button kind="text" onClick={() => dismissRefused(entry.id)}>
          知道了
        </Button>
      </View>
    </Card>
  );
}

/** What was done offline and the server refused: what it was, why, and the person's own words, until it has been seen. */
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
