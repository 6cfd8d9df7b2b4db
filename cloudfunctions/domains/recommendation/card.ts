import type { Others } from '../../kernel/others';
import { atMost, between, type Condition } from '../../kernel/port';
import { NEVER } from '../../shared/moderation/rules/machine';
import { cardId, NO_END, removeOtherCards, settleCard } from '../../shared/cards/public';
import type { RecommendationDatabase } from './collections';
import { cardDataOf, listedFields, RECOMMENDATION_CARD } from './rules/card';

/** Scheduled ones on an org's card; those after them come onto it by the daily job. */
const SCHEDULED_MAX = 20;

/**
 * Makes the card of an org from its recommendations: the newest that is out, and the next ones, which show by the clock
 * alone. The card of an org that was merged into it, which came over as it was, is not needed then. Five round trips.
 */
export async function settleOrg(db: RecommendationDatabase, others: Others, orgId: string, now: number): Promise<void> {
  const find = (publishAt: Condition, direction: 1 | -1, limit: number) =>
    db.recommendations.find(
      { orgId, withdrawn: false, publishAt },
      { sort: [['publishAt', direction]], limit, fields: listedFields },
    );
  const card = { _id: cardId(RECOMMENDATION_CARD, orgId), to: orgId, source: RECOMMENDATION_CARD, thing: orgId };
  await settleCard(others, card, async () => {
    // What waits for a verdict is not even copied to where people look.
    const coming = between(now + 1, NEVER - 1);
    const [out, next] = await Promise.all([find(atMost(now), -1, 1), find(coming, 1, SCHEDULED_MAX)]);
    return { from: 0, until: NO_END, data: cardDataOf([...out, ...next]) };
  });
  await removeOtherCards(others, card);
}
