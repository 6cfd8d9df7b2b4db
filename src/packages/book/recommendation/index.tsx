import { ArticleSkeleton } from '@/features/recommendation/ArticleSkeleton';
import { ManageBar } from '@/features/recommendation/ManageBar';
import { RecommendationArticle } from '@/features/recommendation/RecommendationArticle';
import { ThingView } from '@/features/session/ThingView';
import { NextStep } from '@/features/shelf/NextStep';
import { useQueryCall } from '@/shared/call/query';
import { pathTo, usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { ShareButton } from '@/shared/share/ShareButton';
import { useShare } from '@/shared/share/useShare';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** 书记荐书: one recommendation, and the way onto the shelf. */
function RecommendationPage() {
  const { id = '' } = usePageParameters<'recommendation'>('recommendation');
  const query = useQueryCall('recommendation.get', { id });
  usePullToRefresh('recommendation.get');
  const { data } = query;
  const out = data?.recommendation.state === 'published' ? data.recommendation : null;
  const card = out && { title: `书记荐书《${out.book.title}》`, path: pathTo('recommendation', { id }) };
  useShare(card);
  return (
    <Page title="书记荐书" footer={data && <NextStep book={data.recommendation.book} status={data.status} />}>
      <ThingView thing={{ name: 'recommendation', id }} query={query} skeleton={<ArticleSkeleton />}>
        {({ recommendation, mayEdit }) => (
          <>
            {mayEdit && <ManageBar recommendation={recommendation} />}
            <RecommendationArticle recommendation={recommendation} />
            {card && <ShareButton card={card} />}
          </>
        )}
      </ThingView>
    </Page>
  );
}

export default asPage(RecommendationPage);
