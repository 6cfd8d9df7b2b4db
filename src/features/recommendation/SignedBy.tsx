import { Text, View } from '@tarojs/components';
import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import { dayOf } from '@contract/day';
import { dayText } from '@/shared/dayText';
import './SignedBy.scss';

/** Who signs a 荐语, for which organisation and when. */
export function SignedBy({ card }: { card: Pick<RecommendationCard, 'recommender' | 'publishAt'> }) {
  const { recommender, publishAt } = card;
  return (
    <View className="sx-signed">
      <Text className="sx-signed__name">{recommender.name}</Text>
      <View className="sx-signed__of">
        <Text>{recommender.orgName}</Text>
        <Text className="sx-signed__day">{` · ${dayText(dayOf(publishAt))}`}</Text>
      </View>
    </View>
  );
}
