import type { Month } from '../../../contract/day';
import type { Database, Viewer } from '../../kernel/context';
import type { Value } from '../../kernel/port';
import { above, among, atMost, between } from '../../kernel/port';
import type { CheckInDoc } from '../checkin/collections';
import type { EventDoc } from '../event/collections';
import type { RecommendationDoc } from '../recommendation/collections';
import type { ToldDoc } from '../../kernel/collections';
import { cardFields as eventFields } from '../event/view';
import { cardFields as recommendationFields } from '../recommendation/view';

/** Events to come that are looked at for one member. */
const MY_EVENTS = 20;

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

/**
 * The member's events that are not over, seated or waiting, cancelled ones as well, the next first. Those of the past are
 * not read: the index begins where the first ends that is not over.
 */
export async function findMyEvents(db: Database, memberId: string, now: number): Promise<EventDoc[]> {
  const events = await db.events.find(
    { 'queue.m': memberId, endsAt: above(now) },
    {
      sort: [
        ['endsAt', 1],
        ['_id', 1],
      ],
      limit: MY_EVENTS,
      fields: [...eventFields, 'queue.at', 'queue.p', 'queue.w'],
    },
  );
  return events.sort((a, b) => a.startsAt - b.startsAt);
}

/** Remembers what the member has seen of his events, and that he knows of these answers. */
export const markSeen = (
  db: Database,
  memberId: string,
  { told, tickets }: { told: Record<string, ToldDoc>; tickets: readonly string[] },
): Promise<number> =>
  db.members.update(
    { _id: memberId },
    { set: { told: { ...told } as unknown as Value }, unset: tickets.map((id) => `answered.${id}` as const) },
  );
