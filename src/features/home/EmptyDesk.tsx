import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import { useCommandCall } from '@/shared/call/command';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { View } from '@tarojs/components';
import './EmptyDesk.scss';

/** Nothing in hand yet: a book of one's own, or the one recommended. */
export function EmptyDesk({ recommendation }: { recommendation: RecommendationCard | null }) {
  const move = useCommandCall('shelf.move', {
    onFail: (error) => snackbar(error.message),
  });
  const book = recommendation?.book;
  return (
    <View className="empty-desk">
      <Empty title="手头还没有书" hint="选一本放到手边。以后读了，回来点一下就记下。" />
      <View className="empty-desk__actions">
        <Button block onClick={() => go('bookSearch', {})}>
          选一本书
        </Button>
        {book && (
          <View className="empty-desk__second">
            <Button
              kind="quiet"
              block
              loading={move.pending}
              onClick={() => void move.run({ bookId: book.id, to: 'reading' })}
            >
              {`就读《${book.title}》`}
            </Button>
          </View>
        )}
      </View>
    </View>
  );
}
