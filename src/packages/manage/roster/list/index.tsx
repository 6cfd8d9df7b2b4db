import { RosterPanel } from '@/features/roster/RosterPanel';
import { usePageParameters } from '@/shared/nav';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function RosterPage() {
  const { orgId } = usePageParameters('orgRoster');
  const session = useSession();
  return (
    <Page title="名单">
      <QueryView query={session} skeleton={<Skeleton shape="card" />}>
        {(data) => <RosterPanel session={data} orgId={orgId} />}
      </QueryView>
    </Page>
  );
}

export default asPage('orgRoster', RosterPage);
