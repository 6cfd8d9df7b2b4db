import { InvitationsPanel } from '@/features/invitation/InvitationsPanel';
import { usePageParameters } from '@/shared/nav';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function InvitationsPage() {
  const { orgId } = usePageParameters('invitations');
  const session = useSession();
  return (
    <Page title="邀请" table>
      <QueryView query={session} skeleton={<Skeleton shape="card" />}>
        {(data) => <InvitationsPanel session={data} orgId={orgId} />}
      </QueryView>
    </Page>
  );
}

export default asPage('invitations', InvitationsPage);
