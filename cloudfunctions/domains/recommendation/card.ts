import type { Others } from '../../kernel/others';
import { above, atMost } from '../../kernel/port';
import { cardId, NO_END, settleCard } from '../../shared/cards/public';
import type { RecommendationDatabase } from './collections';
import { RECOMMENDATION_CARD, type RecommendationCardData } from './rules/card';
import { cardFields } from './rules/view';

/** Scheduled ones on an org's card; those after them come onto it by the daily job. */
const SCHEDULED_MAX = 20;

/**
 * Makes the card of an org from its recommendations: the newest that is out, and the next ones, which show by the clock
 * alone. Four round trips.
 */
export const settleOrg = (db: RecommendationDatabase, others: Others, orgId: string, now: number): Promise<void> => {
  const find = (publishAt: ReturnType<typeof above>, direction: 1 | -1, limit: number) =>
    db.recommendations.find(
      { orgId, withdrawn: false, publishAt },
      { sort: [['publishAt', direction]], limit, fields: cardFields },
    );
  const id = cardId(RECOMMENDATION_CARD, orgId);
  return settleCard(others, { _id: id, to: orgId, source: RECOMMENDATION_CARD, thing: orgId }, async () => {
    const [out, next] = await Promise.all([find(atMost(now), -1, 1), find(above(now), 1, SCHEDULED_MAX)]);
    const data: RecommendationCardData = { items: [...out, ...next] };
    return { from: 0, until: NO_END, data };
  });
};
