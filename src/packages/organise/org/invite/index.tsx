import { InvitePanel } from '@/features/me/InvitePanel';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function InvitePage() {
  const session = useSession();
  return (
    <Page title="邀请码" table>
      <QueryView query={session} skeleton={<Skeleton shape="card" />}>
        {(data) => <InvitePanel session={data} />}
      </QueryView>
    </Page>
  );
}

export default asPage('invite', InvitePage);
