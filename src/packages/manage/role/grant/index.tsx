import { GrantForm } from '@/features/role/GrantForm';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 授予职责. */
function GrantPage() {
  const { orgId = '' } = usePageParameters<'roleGrant'>('roleGrant');
  const query = useQueryCall('role.ofOrg', { orgId });
  return (
    <Page title="授予职责" footed>
      <QueryView query={query} skeleton={<Skeleton shape="text" count={4} />}>
        {(data) => <GrantForm data={data} />}
      </QueryView>
    </Page>
  );
}

export default asPage('roleGrant', GrantPage);
