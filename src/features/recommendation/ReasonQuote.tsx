import { View } from '@tarojs/components';
import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import { Fold } from '@/shared/ui/Fold/Fold';
import { Seal } from '@/shared/ui/Seal/Seal';
import { TapWord } from '@/shared/ui/Tap/TapWord';
import { useOpen } from '@/shared/wide/chosen';
import { SignedBy } from './SignedBy';
import { signature } from './states';
import './ReasonQuote.scss';

/** A recommendation on the page of its book: the reason (荐语), who signed it and when, and the way to its questions. */
export function ReasonQuote({ card }: { card: RecommendationCard }) {
  const { id, reason, recommender } = card;
  const { open } = useOpen('recommendation', id);
  return (
    <View className="sx-reason">
      <Fold className="sx-reason__text" text={reason} size={17} />
      <View className="sx-reason__foot">
        <Seal text="荐" size={32} />
        <View className="sx-reason__signed">
          <SignedBy card={card} />
        </View>
        <TapWord label={`导读问题，${signature(recommender)}`} role="link" onTap={open}>
          导读问题
        </TapWord>
      </View>
    </View>
  );
}
