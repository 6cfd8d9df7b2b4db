import { OwnCaseFacts } from '@/features/moderation/OwnCaseFacts';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Empty } from '@/shared/ui/Empty/Empty';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 审核进展: one of what I wrote. */
function OwnCasePage() {
  const { id = '' } = usePageParameters<'ownCase'>('ownCase');
  const query = useQueryCall('moderation.own', { id });
  usePullToRefresh('moderation.own');
  return (
    <Page title="审核进展">
      {query.error?.code === 'CASE_NOT_YOURS' ? (
        <Empty title="这里没有您的内容" hint="审核进展只有作者自己看得到，办结后也不会一直保存。" />
      ) : (
        <QueryView query={query} skeleton={<Skeleton shape="text" count={6} />}>
          {({ case: shown }) => <OwnCaseFacts key={shown.id} shown={shown} />}
        </QueryView>
      )}
    </Page>
  );
}

export default asPage('ownCase', OwnCasePage);
