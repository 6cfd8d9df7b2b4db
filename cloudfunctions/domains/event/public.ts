import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above, among } from '../../kernel/port';
import { eventCollections } from './collections';

/** How many events are of these orgs or of one below them. One round trip. */
export const countEventsBelow = (others: Others, orgIds: readonly string[]): Promise<number> =>
  openOwn(others, eventCollections).events.count({ orgPath: among(orgIds) });

/** How many events of an org and of those below it are still to come or under way. One round trip, by an index. */
export const eventsToCome = (others: Others, orgId: string, now: number): Promise<number> =>
  openOwn(others, eventCollections).events.count({ orgPath: orgId, endsAt: above(now), cancelled: false });
