import { useListCall } from '@/shared/call/query';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { MyTransfer } from './MyTransfer';

/** My movements, the newest first; the one that somebody came for stands at the top. */
export function MyTransfers({ first }: { first: string | undefined }) {
  const list = useListCall('transfer.mine', {});
  return (
    <Section title="转接">
      <QueryView query={list} skeleton={<Skeleton shape="card" count={2} />}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="还没有转接过" hint="申请、答复和离开都会在这里，办结半年后自动删除。" />
          ) : (
            <>
              {[...items]
                .sort((one, other) => Number(other.id === first) - Number(one.id === first))
                .map((transfer) => (
                  <MyTransfer key={transfer.id} transfer={transfer} />
                ))}
              <ListEnd list={list} />
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
