import type { ActionOutput } from '@contract/registry';
import { Report } from '@/features/moderation/Report';
import { ArticleSkeleton } from '@/features/recommendation/ArticleSkeleton';
import { ManageBar } from '@/features/recommendation/ManageBar';
import { RecommendationArticle } from '@/features/recommendation/RecommendationArticle';
import { ThingView } from '@/features/session/ThingView';
import { NextStep } from '@/features/shelf/NextStep';
import { useQueryCall } from '@/shared/call/query';
import { HeldLine } from '@/shared/moderation/HeldLine';
import { pathTo } from '@/shared/nav';
import { ShareButton } from '@/shared/share/ShareButton';
import type { ShareCard } from '@/shared/share/useShare';
import { Page } from '@/shared/ui/Page/Page';

/** As it is forwarded; what is withdrawn or not yet out is not. */
export function recommendationShareCard(data: ActionOutput<'recommendation.get'> | undefined): ShareCard | null {
  if (data?.recommendation.state !== 'published') return null;
  const { id, book } = data.recommendation;
  return { title: `书记荐书《${book.title}》`, path: pathTo('recommendation', { id }) };
}

/** 书记荐书: one recommendation, and the way onto the shelf. */
export function RecommendationView({ id }: { id: string }) {
  const query = useQueryCall('recommendation.get', { id });
  const { data } = query;
  const card = recommendationShareCard(data);
  return (
    <Page title="书记荐书" footer={data && <NextStep book={data.recommendation.book} status={data.status} />}>
      <ThingView thing={{ name: 'recommendation', id }} query={query} skeleton={<ArticleSkeleton />}>
        {({ recommendation, mayEdit }) => (
          <>
            <HeldLine held={recommendation.held} />
            {mayEdit && <ManageBar recommendation={recommendation} />}
            <RecommendationArticle recommendation={recommendation} />
            {card && <ShareButton card={card} />}
            {!mayEdit && <Report kind="recommendation" thing={id} />}
          </>
        )}
      </ThingView>
    </Page>
  );
}
