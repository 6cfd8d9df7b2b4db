import { HandoverForm } from '@/features/role/HandoverForm';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { Empty } from '@/shared/ui/Empty/Empty';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 交接. */
function HandoverPage() {
  const { orgId = '', memberId = '' } = usePageParameters<'handover'>('handover');
  const query = useQueryCall('role.handoverPreview', { orgId, memberId });
  return (
    <Page title="交接" footed>
      <QueryView query={query} skeleton={<Skeleton shape="text" count={4} />}>
        {(preview) =>
          preview.problem === null ? (
            <HandoverForm orgId={orgId} preview={preview} />
          ) : (
            <Empty title="这里不能交接" hint={preview.problem} />
          )
        }
      </QueryView>
    </Page>
  );
}

export default asPage('handover', HandoverPage);
