import type { EventCard } from '../../../contract/domains/event/actions';
import type { Viewer } from '../../kernel/context';
import { pageOfParts } from '../../kernel/parts';
import type { InParts } from '../../kernel/parts';
import type { Conditions } from '../../kernel/port';
import { above, atMost, not } from '../../kernel/port';
import type { SeenBy } from '../../shared/participation/shape';
import { asSeenBy } from '../../shared/participation/store';
import { mayManage } from './rules/access';
import { inScopeOf, managedBy, ownedBy } from '../../shared/scope/rules/scope';
import type { EventDatabase, EventDoc } from './collections';
import { eventCardView, listedFields } from './rules/view';

type Listed = SeenBy<EventDoc>;

const PAGE = 20;

/**
 * What goes on or is to come; then what is over, the newest first. What ends next is on the first page, since the end
 * decides what is over; within a page the nearest start comes first, as people expect.
 */
function comingThenPast(query: Conditions<EventDoc>, instant: number): InParts<EventDoc, Listed> {
  const isOver = ({ endsAt }: Listed): boolean => endsAt <= instant;
  return {
    whole: query,
    parts: [
      {
        query: { ...query, endsAt: above(instant) },
        sort: ['endsAt', 1],
        shown: ['startsAt', 1],
        holds: (event) => !isOver(event),
      },
      { query: { ...query, endsAt: atMost(instant) }, sort: ['endsAt', -1], holds: isOver },
    ],
    suffices: (latest) => latest.some(isOver),
  };
}

/** What may still be signed up for, the nearest first; then what is closed and has not begun, the nearest first. */
function openThenClosed(query: Conditions<EventDoc>, instant: number): InParts<EventDoc, Listed> {
  const whole = { ...query, startsAt: above(instant) };
  const isOpen = ({ deadline }: Listed): boolean => deadline > instant;
  return {
    whole,
    parts: [
      {
        query: { ...whole, deadline: above(instant) },
        sort: ['startsAt', 1],
        holds: isOpen,
      },
      {
        query: { ...whole, deadline: atMost(instant) },
        sort: ['startsAt', 1],
        holds: (event) => !isOpen(event),
      },
    ],
    suffices: (nearest, size) => nearest.filter(isOpen).length > size,
  };
}

const listings = {
  /** In the viewer's organisations, and going to take place. */
  open: (viewer: Viewer, instant: number) => openThenClosed({ ...inScopeOf(viewer), cancelled: false }, instant),
  /** What the viewer signed up for, cancelled ones as well. */
  mine: ({ _id }: Viewer, instant: number) =>
    comingThenPast({ 'queue.m': _id, 'held.of': not('publication') }, instant),
  managed: (viewer: Viewer, instant: number) => comingThenPast(managedBy(viewer, 'event:manage'), instant),
  /** Of the organisations that the viewer runs himself, without those below them. */
  own: (viewer: Viewer, instant: number) => comingThenPast(ownedBy(viewer, 'event:manage'), instant),
};

/** One page of a list of events. */
export const pageOfEvents = (
  db: EventDatabase,
  which: keyof typeof listings,
  viewer: Viewer,
  { now, cursor }: { now: number; cursor: string | undefined },
): Promise<{ items: EventCard[]; next: string | null }> =>
  pageOfParts(asSeenBy(db.events, viewer._id), {
    listAt: (instant) => listings[which](viewer, instant),
    now,
    cursor,
    size: PAGE,
    fields: listedFields,
    view: (event) => eventCardView(event, mayManage(viewer, event)),
  });
