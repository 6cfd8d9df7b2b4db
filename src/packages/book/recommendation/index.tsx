import { RecommendationView, recommendationShareCard } from '@/screens/RecommendationView';
import { useQueryCall } from '@/shared/call/query';
import { usePageParameters } from '@/shared/nav';
import { usePullToRefresh } from '@/shared/pull';
import { useShare } from '@/shared/share/useShare';
import { asPage } from '@/shared/ui/Boundary/asPage';

/** 书记荐书: one recommendation. */
function RecommendationPage() {
  const { id = '' } = usePageParameters<'recommendation'>('recommendation');
  const { data } = useQueryCall('recommendation.get', { id });
  usePullToRefresh('recommendation.get');
  useShare(recommendationShareCard(data));
  return <RecommendationView id={id} />;
}

export default asPage('recommendation', RecommendationPage);
