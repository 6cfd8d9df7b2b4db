import { useListCall } from '@/shared/call/query';
import { Empty } from '@/shared/ui/Empty/Empty';
import { ListEnd } from '@/shared/ui/ListEnd/ListEnd';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { termText } from './terms';

/** Terms that are over (历任), the latest first. */
export function DutyHistory({ orgId }: { orgId: string }) {
  const list = useListCall('duty.history', { orgId });
  return (
    <QueryView query={list} skeleton={<Skeleton shape="row" count={4} />}>
      {(items) =>
        items.length === 0 ? (
          <Empty title="还没有历任" hint="任期结束的，会从现任移到这里，一直留着。" />
        ) : (
          <>
            {items.map((duty) => (
              <Row
                key={duty.id}
                title={duty.name}
                context={`${duty.group} · ${duty.standsInFor === null ? '' : '代理'}${duty.title}`}
                state={termText(duty)}
              />
            ))}
            <ListEnd list={list} />
          </>
        )
      }
    </QueryView>
  );
}
