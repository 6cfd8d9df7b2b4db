import { Text, View } from '@tarojs/components';
import type { RecommendationCard } from '@contract/actions/recommendation';
import { go } from '@/shared/nav';
import { Seal } from '@/shared/ui/Seal/Seal';
import { Tap } from '@/shared/ui/Tap/Tap';
import { signature } from './states';
import './ReasonQuote.scss';

/** A recommendation on the page of its book: the reason, signed. */
export function ReasonQuote({ card }: { card: RecommendationCard }) {
  return (
    <Tap className="sx-reason" onTap={() => go('recommendation', { id: card.id })}>
      <Text className="sx-reason__text">{card.reason}</Text>
      <View className="sx-reason__foot">
        <Text className="sx-reason__signature">{signature(card.recommender)}</Text>
        <Seal text="荐" size={22} />
      </View>
    </Tap>
  );
}
