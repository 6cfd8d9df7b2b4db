import { Text, View } from '@tarojs/components';
import { shelfStatuses, shelfStatusNames } from '@contract/domains/shelf/constants';
import type { BookRef } from '@contract/shared/book';
import { Button } from '@/shared/ui/Button/Button';
import { Tap } from '@/shared/ui/Tap/Tap';
import type { Place } from './moves';
import { useMoveBook } from './useMoveBook';
import './StatusControl.scss';

/** 想读 · 在读 · 读完, one of them chosen or none; and the way off the shelf. */
export function StatusControl({ book, status }: { book: BookRef; status: Place }) {
  const { move, pending } = useMoveBook();
  return (
    <View className="sx-shelf-status">
      <View className="sx-shelf-status__choices" ariaRole="radiogroup" ariaLabel="在书架上">
        {shelfStatuses.map((choice) => (
          <Tap
            key={choice}
            className={`sx-shelf-status__choice${choice === status ? ' sx-shelf-status__choice--on' : ''}`}
            role="radio"
            checked={choice === status}
            onTap={() => {
              if (choice !== status && !pending) move(book, choice);
            }}
          >
            <Text>{shelfStatusNames[choice]}</Text>
          </Tap>
        ))}
      </View>
      <View className="sx-shelf-status__foot">
        <Text>{status ? '书架只有您自己看得到' : '还不在您的书架上'}</Text>
        {status && (
          <Button kind="text" disabled={pending} onClick={() => move(book, null)}>
            移出书架
          </Button>
        )}
      </View>
    </View>
  );
}
