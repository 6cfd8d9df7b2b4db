import { Text, View } from '@tarojs/components';
import type { CallError } from '@/shared/call/error';
import { Button } from '../Button/Button';
import './ListEnd.scss';

interface Props {
  list: { hasMore: boolean; loadMore: () => void; loadingMore: boolean; error: CallError | null };
  /** Said when all is shown; nothing for short lists. */
  end?: string;
}

/** The end of a list: the next page, or that this was all. */
export function ListEnd({ list, end }: Props) {
  if (!list.hasMore) return end ? <Text className="sx-list-end__done">{end}</Text> : null;
  return (
    <View className="sx-list-end">
      {list.error && !list.loadingMore && <Text className="sx-list-end__done">{list.error.message}</Text>}
      <Button kind="text" block loading={list.loadingMore} onClick={list.loadMore}>
        {list.loadingMore ? '正在取…' : '看更多'}
      </Button>
    </View>
  );
}
