import { useQueryCall } from '@/shared/call/query';
import { HeldLine } from '@/shared/moderation/HeldLine';
import { heldWords } from '@/shared/moderation/words';
import { back } from '@/shared/nav';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { useHere } from '@/shared/useHere';
import { EventForm } from './EventForm';
import { emptyPlan } from './plan';

/** Revises an event that I manage. */
export function Replan({ id }: { id: string }) {
  const query = useQueryCall('event.get', { id });
  const here = useHere();
  return (
    <QueryView query={query} skeleton={<Skeleton shape="text" count={6} />}>
      {({ event }) =>
        event.mayManage ? (
          <>
            <HeldLine held={event.held} />
            <EventForm
              orgs={[]}
              base={event}
              start={emptyPlan}
              onSaved={({ held }) => {
                snackbar(held ? heldWords(held).said : '已保存，报名的人打开就是新的');
                if (here()) back();
              }}
            />
          </>
        ) : (
          <Empty title="只有主办组织可以修改" hint="发现内容有误，可以直接联系主办组织。" />
        )
      }
    </QueryView>
  );
}
