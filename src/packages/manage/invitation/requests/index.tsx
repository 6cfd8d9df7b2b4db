import { RequestsPanel } from '@/features/invitation/RequestsPanel';
import { usePageParameters } from '@/shared/nav';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function JoinRequestsPage() {
  const { id } = usePageParameters('joinRequests');
  const session = useSession();
  return (
    <Page title="加入申请">
      <QueryView query={session} skeleton={<Skeleton shape="card" />}>
        {(data) => <RequestsPanel session={data} orgId={id} />}
      </QueryView>
    </Page>
  );
}

export default asPage('joinRequests', JoinRequestsPage);
