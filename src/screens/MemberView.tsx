import { MemberFacts } from '@/features/member/MemberFacts';
import { useQueryCall } from '@/shared/call/query';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 成员: one member, on his page or beside the list. */
export function MemberView({ id }: { id: string }) {
  const query = useQueryCall('member.get', { id });
  return (
    <Page title="成员">
      <QueryView query={query} skeleton={<Skeleton shape="card" count={2} />}>
        {(member) => <MemberFacts key={member.id} member={member} />}
      </QueryView>
    </Page>
  );
}
