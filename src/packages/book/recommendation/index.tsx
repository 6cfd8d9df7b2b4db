import { ManageBar } from '@/features/recommendation/ManageBar';
import { RecommendationArticle } from '@/features/recommendation/RecommendationArticle';
import { NextStep } from '@/features/shelf/NextStep';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

/** 书记荐书: one recommendation, and the way onto the shelf. */
export default function RecommendationPage() {
  const { id = '' } = usePageParameters<'recommendation'>('recommendation');
  const query = useQueryCall('recommendation.get', { id });
  usePullToRefresh('recommendation.get');
  const { data } = query;
  return (
    <Page title="书记荐书" footer={data && <NextStep book={data.recommendation.book} status={data.status} />}>
      <QueryView query={query} skeleton={<Skeleton shape="card" count={3} />}>
        {({ recommendation, mayEdit }) => (
          <>
            {mayEdit && <ManageBar recommendation={recommendation} />}
            <RecommendationArticle recommendation={recommendation} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
