import type { RecommendationCard } from '../../../../contract/domains/recommendation/actions';
import type { CardDoc } from '../../../shared/cards/shape';
import type { RecommendationDoc } from '../collections';
import { cardFields, recommendationCardView } from './view';

export const RECOMMENDATION_CARD = 'recommendation';

/** What the card of an org says: its newest recommendation and those scheduled, in no order. */
export interface RecommendationCardData {
  /** Empty where there are none. */
  orgId: string;
  orgName: string;
  items: Omit<Listed, 'orgId' | 'orgName'>[];
}

/** What a card needs of a recommendation. */
export const listedFields = [...cardFields, 'orgId'] as const;
type Listed = Pick<RecommendationDoc, '_id' | (typeof listedFields)[number]>;

/** What the card says of these, which are all of one org: its name once, where it is mended when it changes. */
export const cardDataOf = (docs: readonly Listed[]): RecommendationCardData => ({
  orgId: docs[0]?.orgId ?? '',
  orgName: docs[0]?.orgName ?? '',
  items: docs.map(({ orgId: _orgId, orgName: _orgName, ...item }) => item),
});

/** Of what an org's card may show, the newest that is out by now, or `undefined`: the clock alone brings the next. */
export function newestOf(
  { data: { items, orgName } }: Pick<CardDoc<RecommendationCardData>, 'data'>,
  now: number,
): RecommendationCard | undefined {
  const [newest] = items.filter(({ publishAt }) => publishAt <= now).sort((a, b) => b.publishAt - a.publishAt);
  return newest && recommendationCardView({ ...newest, orgName }, now);
}
