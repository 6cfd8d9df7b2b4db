import { Text, View } from '@tarojs/components';
import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Seal } from '@/shared/ui/Seal/Seal';
import { Tap } from '@/shared/ui/Tap/Tap';
import { Shelf } from './Shelf';
import { ShelfSkeleton } from './ShelfSkeleton';
import './ShelfTab.scss';

/** The 书架 tab. Only the reader ever sees it. */
export function ShelfTab() {
  const shelf = useQueryCall('shelf.overview', {});
  // Both are refused to who has not joined.
  const visitor = shelf.error?.code === 'NOT_REGISTERED';
  usePullToRefresh('shelf.');
  return (
    <View>
      {!visitor && (
        <>
          <Tap className="sx-find" pressed="sx-find--pressed" onTap={() => go('bookSearch')}>
            <Text>找书：书名、作者或 ISBN</Text>
          </Tap>
          <View className="sx-shelf-picks">
            <Row title="书记荐书" before={<Seal text="荐" size={28} />} onClick={() => go('recommendations')} />
          </View>
        </>
      )}
      <QueryView query={shelf} skeleton={<ShelfSkeleton />}>
        {(overview) => <Shelf overview={overview} />}
      </QueryView>
    </View>
  );
}
