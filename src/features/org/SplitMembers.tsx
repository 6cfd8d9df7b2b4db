import { View } from '@tarojs/components';
import { useListCall } from '@/shared/call/query';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { ListHead } from '@/shared/ui/ListHead/ListHead';
import { useListHead } from '@/shared/ui/ListHead/useListHead';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { TickList } from './TickList';

interface Props {
  orgId: string;
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

/** The members of a branch, of whom some go; who is ticked stays so while one looks for the next. */
export function SplitMembers({ orgId, value, onChange }: Props) {
  const head = useListHead();
  const list = useListCall('member.list', head.q === '' ? { orgId } : { orgId, q: head.q });
  return (
    <View>
      <ListHead head={head} find="姓名、拼音或首字母" />
      <QueryView query={list} skeleton={<Skeleton shape="row" count={6} />}>
        {(members) => (
          <TickList label="分过去的成员" name="chosen" items={members} value={value} onChange={onChange}>
            {members.length === 0 && !list.hasMore && <Empty title={`没有找到“${head.q}”`} hint="少写几个字再找找。" />}
            <ListEnd list={list} />
          </TickList>
        )}
      </QueryView>
    </View>
  );
}
