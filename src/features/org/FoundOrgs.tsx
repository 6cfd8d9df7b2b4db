import { View } from '@tarojs/components';
import { orgKindNames } from '@contract/roles';
import { useListCall, type ItemOf } from '@/shared/call/query';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { LongList } from '@/shared/ui/LongList/LongList';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { useOpener } from '@/shared/wide/chosen';

type Found = ItemOf<'org.search'>;

const ROW_PX = 73;
const stateOf = ({ archived, kind }: Found): string => (archived ? '已归档' : orgKindNames[kind]);

/** The orgs of a tree that match what is looked for, with the one above each to tell two of one name apart. */
export function FoundOrgs({ orgId, q }: { orgId: string; q: string }) {
  const list = useListCall('org.search', { orgId, q });
  const opener = useOpener('orgPage');
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={6} />}>
      {(orgs) => (
        <View>
          {orgs.length === 0 && !list.hasMore && (
            <Empty
              title={`没有找到“${q}”`}
              hint="名称里的几个字、拼音或首字母都行，也可以连上级一起写：文学院 2401。"
            />
          )}
          <LongList items={orgs} keyOf={({ id }) => id} rowHeight={ROW_PX}>
            {(org) => (
              <Row
                title={org.name}
                context={org.parent ?? undefined}
                state={stateOf(org)}
                current={opener.isCurrent(org.id)}
                onClick={() => opener.open(org.id)}
              />
            )}
          </LongList>
          <ListEnd list={list} />
        </View>
      )}
    </QueryView>
  );
}
