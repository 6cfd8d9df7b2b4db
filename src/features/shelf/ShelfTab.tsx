import { Text, View } from '@tarojs/components';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Shelf } from './Shelf';
import { ShelfSkeleton } from './ShelfSkeleton';
import './ShelfTab.scss';

/** The 书架 tab. Only the reader ever sees it. */
export function ShelfTab() {
  const shelf = useQueryCall('shelf.overview', {});
  usePullToRefresh('shelf.');
  return (
    <View>
      <View
        className="sx-find"
        hoverClass="sx-find--pressed"
        ariaRole="button"
        ariaLabel="找书"
        onClick={() => go('bookSearch')}
      >
        <Text>找书：书名、作者或 ISBN</Text>
      </View>
      <QueryView query={shelf} skeleton={<ShelfSkeleton />}>
        {(overview) => <Shelf overview={overview} />}
      </QueryView>
    </View>
  );
}
