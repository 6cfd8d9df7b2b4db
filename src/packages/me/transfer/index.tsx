import { MyOrgs } from '@/features/transfer/MyOrgs';
import { MyTransfers } from '@/features/transfer/MyTransfers';
import { JoinPanel } from '@/features/session/JoinPanel';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { isVisitor, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 组织转接: where I belong, and how I go elsewhere. */
function MyTransfersPage() {
  const session = useSession();
  const { id } = usePageParameters<'myTransfers'>('myTransfers');
  usePullToRefresh('transfer.mine');
  return (
    <Page title="组织转接">
      {isVisitor(session) ? (
        <JoinPanel />
      ) : (
        <QueryView query={session} skeleton={<Skeleton shape="row" count={3} />}>
          {(data) => (
            <>
              <MyOrgs session={data} />
              <MyTransfers first={id} />
            </>
          )}
        </QueryView>
      )}
    </Page>
  );
}

export default asPage('myTransfers', MyTransfersPage);
