import { EraseForm } from '@/features/owndata/EraseForm';
import { ErasingNotice } from '@/features/owndata/ErasingNotice';
import { useQueryCall } from '@/shared/call/query';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function ErasePage() {
  const query = useQueryCall('owndata.view', {});
  return (
    <Page footed title="注销">
      <QueryView query={query} skeleton={<Skeleton shape="row" count={6} />}>
        {({ erasing, counts }) => (erasing ? <ErasingNotice erasing={erasing} /> : <EraseForm counts={counts} />)}
      </QueryView>
    </Page>
  );
}

export default asPage('erase', ErasePage);
