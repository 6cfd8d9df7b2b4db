import { RolesOfOrg } from '@/features/role/RolesOfOrg';
import { usePageParameters } from '@/shared/nav';
import { useSession } from '@/shared/session/session';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 职责 of an org, for those who may see who holds what. */
function RolesPage() {
  const session = useSession();
  const { orgId, name = '' } = usePageParameters<'roles'>('roles');
  return (
    <Page title="职责" table>
      <QueryView query={session} skeleton={<Skeleton shape="row" count={6} />}>
        {(data) => <RolesOfOrg session={data} asked={orgId === undefined ? undefined : { id: orgId, name }} />}
      </QueryView>
    </Page>
  );
}

export default asPage('roles', RolesPage);
