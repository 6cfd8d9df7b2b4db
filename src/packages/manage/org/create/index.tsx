import { CreateForm } from '@/features/org/CreateForm';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 新建下级: an org below another. */
function OrgNewPage() {
  const { parentId = '' } = usePageParameters<'orgNew'>('orgNew');
  const parent = useQueryCall('org.page', { orgId: parentId });
  return (
    <Page title="新建下级" footed>
      <QueryView query={parent} skeleton={<Skeleton shape="text" count={5} />}>
        {({ org }) => <CreateForm parent={org} />}
      </QueryView>
    </Page>
  );
}

export default asPage('orgNew', OrgNewPage);
