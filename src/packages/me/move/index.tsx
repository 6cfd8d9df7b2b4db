import { AskForm } from '@/features/transfer/AskForm';
import { JoinPanel } from '@/features/session/JoinPanel';
import { usePageParameters } from '@/shared/nav';
import { isVisitor, useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 申请转接: where to, and one sentence. */
function MovePage() {
  const session = useSession();
  const { fromId } = usePageParameters<'moveOrg'>('moveOrg');
  return (
    <Page title={fromId === undefined ? '申请加入' : '申请转接'} footed>
      {isVisitor(session) ? (
        <JoinPanel />
      ) : (
        <QueryView query={session} skeleton={<Skeleton shape="card" count={2} />}>
          {(data) => <AskForm session={data} fromId={fromId} />}
        </QueryView>
      )}
    </Page>
  );
}

export default asPage('moveOrg', MovePage);
