import type { Month } from '../../../contract/day';
import type { Database, Viewer } from '../../kernel/context';
import { above, among, atMost, between } from '../../kernel/port';
import type { CheckInDoc, EventDoc, RecommendationDoc } from '../../documents';
import { cardFields as eventFields } from '../event/view';
import { cardFields as recommendationFields } from '../recommendation/view';

/** The member's check-ins of a month, in order, by their ids alone. */
export const findMonth = (db: Database, memberId: string, month: Month): Promise<CheckInDoc[]> =>
  db.checkins.find(
    { _id: between(`${memberId}:${month}01`, `${memberId}:${month}31`) },
    { sort: [['_id', 1]], limit: 31, fields: ['day', 'lines'] },
  );

/** The newest recommendation that the member may see now. */
export async function findNewestRecommendation(
  db: Database,
  viewer: Viewer,
  now: number,
): Promise<RecommendationDoc | undefined> {
  const [newest] = await db.recommendations.find(
    { orgId: among(viewer.scope), withdrawn: false, publishAt: atMost(now) },
    { sort: [['publishAt', -1]], limit: 1, fields: recommendationFields },
  );
  return newest;
}

/** The member's next event that is not over, seated or waiting. */
export async function findNextEvent(db: Database, memberId: string, now: number): Promise<EventDoc | undefined> {
  const [next] = await db.events.find(
    { 'queue.m': memberId, cancelled: false, endsAt: above(now) },
    { sort: [['startsAt', 1]], limit: 1, fields: eventFields },
  );
  return next;
}
