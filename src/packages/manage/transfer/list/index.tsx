import { OrgTransfers } from '@/features/transfer/OrgTransfers';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 转入转出, for those who run orgs. */
function TransfersPage() {
  const session = useSession();
  const { id } = usePageParameters<'transfers'>('transfers');
  usePullToRefresh('transfer.list');
  return (
    <Page title="转入转出" table>
      <QueryView query={session} skeleton={<Skeleton shape="card" count={3} />}>
        {(data) => <OrgTransfers session={data} orgId={id} />}
      </QueryView>
    </Page>
  );
}

export default asPage('transfers', TransfersPage);
