import { MembersOf } from '@/features/member/MembersOf';
import { orgsText } from '@/features/member/words';
import { usePageParameters } from '@/shared/nav';
import { usePicking } from '@/shared/pick';
import { usePullToRefresh } from '@/shared/pull';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** A member is picked for the page before: of an org that it names, or of one that the person runs. */
function PickPage() {
  const session = useSession();
  const { orgId, name = '' } = usePageParameters<'memberPick'>('memberPick');
  const picking = usePicking('memberPick');
  usePullToRefresh('member.list');
  return (
    <Page title="选一位成员" table>
      {picking === null ? (
        <Empty title="没有页面在等您选人" hint="请返回，从要选人的地方再进来。" />
      ) : (
        <QueryView query={session} skeleton={<Skeleton shape="row" count={8} />}>
          {(data) => (
            <MembersOf
              session={data}
              org={orgId === undefined ? undefined : { id: orgId, name }}
              onOpen={(member) => picking.give({ id: member.id, name: member.name, orgName: orgsText(member) })}
            />
          )}
        </QueryView>
      )}
    </Page>
  );
}

export default asPage('memberPick', PickPage);
