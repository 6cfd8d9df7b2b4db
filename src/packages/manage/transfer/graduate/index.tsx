import { Graduate } from '@/features/transfer/Graduate';
import { usePageParameters } from '@/shared/nav';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 毕业转出, for those who run orgs. */
function GraduatePage() {
  const session = useSession();
  const { id } = usePageParameters<'graduate'>('graduate');
  return (
    <Page title="毕业转出">
      <QueryView query={session} skeleton={<Skeleton shape="row" count={6} />}>
        {(data) => <Graduate session={data} orgId={id} />}
      </QueryView>
    </Page>
  );
}

export default asPage('graduate', GraduatePage);
