import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above } from '../../kernel/port';
import { eventCollections, type EventDoc } from './collections';
import type { SignedUp } from '../../shared/participation/shape';
import { asSignedUpBy } from '../../shared/participation/store';
import { cardFields } from './rules/view';

/** Events to come that are looked at for one member. */
const MY_EVENTS = 20;

/**
 * The member's events that are not over, seated or waiting, cancelled ones as well, the next first, with what each
 * sign-up said. Those of the past are not read: the index begins where the first ends that is not over. One round trip.
 */
export async function eventsAhead(others: Others, memberId: string, now: number): Promise<SignedUp<EventDoc>[]> {
  const { events: all } = openOwn(others, eventCollections);
  const events = await asSignedUpBy(all, memberId).find(
    { 'queue.m': memberId, endsAt: above(now) },
    {
      sort: [
        ['endsAt', 1],
        ['_id', 1],
      ],
      limit: MY_EVENTS,
      fields: cardFields,
    },
  );
  return events.sort((a, b) => a.startsAt - b.startsAt);
}
