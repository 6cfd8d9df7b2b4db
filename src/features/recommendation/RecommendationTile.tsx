import { Text, View } from '@tarojs/components';
import type { RecommendationCard } from '@contract/domains/recommendation/actions';
import type { Tone } from '@contract/domains/book/constants';
import { beginningOf } from '@contract/graphemes';
import { Cover } from '@/shared/ui/Cover/Cover';
import { Tap } from '@/shared/ui/Tap/Tap';
import { useOpen } from '@/shared/wide/chosen';
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
  const { open, current } = useOpen('recommendation', card.id);
  return (
    <Tap
      className={`sx-pick ${card.state === 'withdrawn' ? 'sx-pick--withdrawn' : ''} ${current ? 'sx-pick--current' : ''}`}
      pressed="sx-pick--pressed"
      role="link"
      current={current}
      onTap={open}
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
