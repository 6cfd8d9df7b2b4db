import { Lists } from '@/features/orgimport/Lists';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function ListsPage() {
  const session = useSession();
  return (
    <Page title="组织名单">
      <QueryView query={session} skeleton={<Skeleton shape="card" />}>
        {(data) => <Lists session={data} />}
      </QueryView>
    </Page>
  );
}

export default asPage('orgLists', ListsPage);
