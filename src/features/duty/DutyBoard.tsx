import { useQueryCall } from '@/shared/call/query';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import { DutyGroup } from './DutyGroup';

interface Props {
  orgId: string;
  /** Of an org that was archived: only to be looked at. */
  frozen?: boolean;
}

/**
 * Who holds which duty of an org (领导小组、班子、支部委员会), for its own page and for that of those who belong to it.
 * Whoever may edit it finds the way to that here.
 */
export function DutyBoard({ orgId, frozen = false }: Props) {
  const query = useQueryCall('duty.board', { orgId });
  return (
    <QueryView query={query} skeleton={<Skeleton shape="row" count={3} />}>
      {({ groups, ...board }) => {
        const mayManage = board.mayManage && !frozen;
        // Most often one more of those who stand there.
        const group = groups[0]?.name;
        const add = mayManage && (
          <Button kind="quiet" block onClick={() => go('dutyEdit', { orgId, ...(group !== undefined && { group }) })}>
            添加职务
          </Button>
        );
        if (groups.length === 0)
          return <Empty title="还没有写下谁担任什么" hint="写好以后，组长、副组长、成员都列在这里。" action={add} />;
        return (
          <>
            {groups.map((group) => (
              <DutyGroup key={group.name} group={group} mayManage={mayManage} />
            ))}
            {add}
          </>
        );
      }}
    </QueryView>
  );
}
