import { ArticleSkeleton } from '@/features/recommendation/ArticleSkeleton';
import { ManageBar } from '@/features/recommendation/ManageBar';
import { RecommendationArticle } from '@/features/recommendation/RecommendationArticle';
import { NextStep } from '@/features/shelf/NextStep';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';
import { QueryView } from '@/shared/ui/QueryView/QueryView';

/** 书记荐书: one recommendation, and the way onto the shelf. */
function RecommendationPage() {
  const { id = '' } = usePageParameters<'recommendation'>('recommendation');
  const query = useQueryCall('recommendation.get', { id });
  usePullToRefresh('recommendation.get');
  const { data } = query;
  return (
    <Page title="书记荐书" footer={data && <NextStep book={data.recommendation.book} status={data.status} />}>
      <QueryView query={query} skeleton={<ArticleSkeleton />}>
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

export default asPage(RecommendationPage);
