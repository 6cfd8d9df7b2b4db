import { Text, View } from '@tarojs/components';
import type { RecommendationCard } from '@contract/actions/recommendation';
import { go } from '@/shared/nav';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Tap } from '@/shared/ui/Tap/Tap';
import { signature, stateText } from './states';
import './RecommendationTile.scss';

interface Props {
  card: RecommendationCard;
  /** Shows the state for its writer; readers see only what is published. */
  own?: boolean;
}

/** One recommendation in a list: the cover, the first lines of the reason, who signs it. */
export function RecommendationTile({ card, own = false }: Props) {
  const { book } = card;
  return (
    <Tap
      className={`sx-pick${card.state === 'withdrawn' ? ' sx-pick--withdrawn' : ''}`}
      pressed="sx-pick--pressed"
      onTap={() => go('recommendation', { id: card.id })}
    >
      <Cover title={book.title} author={book.author} tone={book.tone} size="m" />
      <View className="sx-pick__words">
        <Text className="sx-pick__title">{book.title}</Text>
        <Text className="sx-pick__reason">{card.reason}</Text>
        <Text className="sx-pick__signature">{own ? stateText(card) : signature(card.recommender)}</Text>
      </View>
    </Tap>
  );
}
