import { Downloads } from '@/features/download/Downloads';
import { ErasingNotice } from '@/features/owndata/ErasingNotice';
import { OwnData } from '@/features/owndata/OwnData';
import { TakeAlong } from '@/features/owndata/TakeAlong';
import { useQueryCall } from '@/shared/call/query';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

function OwnDataPage() {
  const query = useQueryCall('owndata.view', {});
  return (
    <Page title="我的数据">
      <QueryView query={query} skeleton={<Skeleton shape="row" count={6} />}>
        {(data) => (
          <>
            {data.erasing && <ErasingNotice erasing={data.erasing} />}
            <TakeAlong quiet={data.erasing !== null} />
            <Downloads begunBy="owndata.export" format="zip" />
            <OwnData query={query} data={data} />
          </>
        )}
      </QueryView>
    </Page>
  );
}

export default asPage('ownData', OwnDataPage);
