import { Text, View } from '@tarojs/components';
import type { RecommendationCard } from '@contract/actions/recommendation';
import type { Tone } from '@contract/constants';
import { beginningOf } from '@contract/graphemes';
import { go } from '@/shared/nav';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Tap } from '@/shared/ui/Tap/Tap';
import { signature, stateText } from './states';
import './RecommendationTile.scss';

/** More of the reason than three lines ever show; the rest is on its page. */
const BEGINNING = 100;

interface Props {
  card: RecommendationCard;
  /** Of the cover, beside its neighbours. */
  tone: Tone;
  /** Shows the state for its writer; readers see only what is published. */
  own?: boolean;
}

/** One recommendation in a list: the cover, the first lines of the reason, who signs it. */
export function RecommendationTile({ card, tone, own = false }: Props) {
  const { title, author } = card.book;
  return (
    <Tap
      className={`sx-pick${card.state === 'withdrawn' ? ' sx-pick--withdrawn' : ''}`}
      pressed="sx-pick--pressed"
      role="link"
      onTap={() => go('recommendation', { id: card.id })}
    >
      <Cover title={title} author={author} tone={tone} size="m" />
      <View className="sx-pick__words">
        <Text className="sx-pick__title">{title}</Text>
        <Text className="sx-pick__author">{author}</Text>
        <View className="sx-pick__reason">{beginningOf(card.reason, BEGINNING)}</View>
        <Text className="sx-pick__signature">{own ? stateText(card) : signature(card.recommender)}</Text>
      </View>
    </Tap>
  );
}
