import type { RecommendationCard } from '../../../../contract/domains/recommendation/actions';
import type { CardDoc } from '../../../shared/cards/shape';
import type { RecommendationDoc } from '../collections';
import { recommendationCardView, type cardFields } from './view';

export const RECOMMENDATION_CARD = 'recommendation';

/** What the card of an org says: its newest recommendation and those scheduled, in no order. */
export interface RecommendationCardData {
  items: Pick<RecommendationDoc, '_id' | (typeof cardFields)[number]>[];
}

/** Of what an org's card may show, the newest that is out by now, or `undefined`: the clock alone brings the next. */
export function newestOf(
  { data: { items } }: Pick<CardDoc<RecommendationCardData>, 'data'>,
  now: number,
): RecommendationCard | undefined {
  const [newest] = items.filter(({ publishAt }) => publishAt <= now).sort((a, b) => b.publishAt - a.publishAt);
  return newest && recommendationCardView(newest, now);
}
