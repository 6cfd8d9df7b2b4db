import type { EventCard } from '../../../contract/actions/event';
import { organiserRoles } from '../../../contract/roles';
import type { Database, Viewer } from '../../kernel/context';
import { pageOf } from '../../kernel/paging';
import type { Conditions } from '../../kernel/port';
import { above, among } from '../../kernel/port';
import type { EventDoc } from './collections';
import { cardFields, eventCardView } from './view';

const PAGE = 20;

interface Listing {
  query: Conditions<EventDoc>;
  direction: 1 | -1;
}

/** Events to come in the viewer's organisations, the next first. */
const open = ({ scope }: Viewer, now: number): Listing => ({
  query: { orgId: among(scope), startsAt: above(now), cancelled: false },
  direction: 1,
});

/** Events that the viewer signed up for, cancelled and past ones as well, the latest first. */
const mine = ({ _id }: Viewer): Listing => ({ query: { 'queue.m': _id }, direction: -1 });

/** Events of the organisations that the viewer runs, and of all below them, the latest first. */
const managed = ({ grants }: Viewer): Listing => {
  const held = grants.filter(({ role }) => organiserRoles.some((organiser) => organiser === role));
  return { query: { orgPath: among(held.map(({ orgId }) => orgId)) }, direction: -1 };
};

const listings = { open, mine, managed };

/** One page of a list of events. */
export const pageOfEvents = (
  db: Database,
  which: keyof typeof listings,
  viewer: Viewer,
  { now, cursor }: { now: number; cursor: string | undefined },
): Promise<{ items: EventCard[]; next: string | null }> => {
  const { query, direction } = listings[which](viewer, now);
  return pageOf(db.events, query, {
    sort: ['startsAt', direction],
    cursor,
    size: PAGE,
    fields: cardFields,
    view: (event) => eventCardView(event, viewer._id),
  });
};
