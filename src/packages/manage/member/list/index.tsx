import type { Session } from '@contract/domains/me/actions';
import { MembersOf } from '@/features/member/MembersOf';
import { MemberView } from '@/screens/MemberView';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';
import type { Panes } from '@/shared/wide/Beside';
import { useOpener } from '@/shared/wide/chosen';

const beside: Panes = { panes: { memberPage: { title: '成员', view: (id) => <MemberView id={id} /> } } };

function Members({ session }: { session: Session }) {
  const { orgId, name = '' } = usePageParameters<'members'>('members');
  const { open, isCurrent } = useOpener('memberPage');
  return (
    <MembersOf
      session={session}
      org={orgId === undefined ? undefined : { id: orgId, name }}
      onOpen={({ id }) => open(id)}
      isCurrent={isCurrent}
    />
  );
}

/** 成员, for those who run their orgs: a table, and whom one opens beside it. */
function MembersPage() {
  const session = useSession();
  usePullToRefresh('member.list');
  return (
    <Page title="成员" beside={beside}>
      <QueryView query={session} skeleton={<Skeleton shape="row" count={8} />}>
        {(data) => <Members session={data} />}
      </QueryView>
    </Page>
  );
}

export default asPage('members', MembersPage);
