import type { EventCard, EventDetail } from '../../../../contract/domains/event/actions';
import type { EventDoc } from '../collections';
import { standingOf, waitingCount } from '../../../shared/participation/rules/seats';

/** What a card needs of the document: of the queue only who is in it, so that no answers travel. */
export const cardFields = [
  'title',
  'kind',
  'place',
  'orgName',
  'startsAt',
  'endsAt',
  'deadline',
  'capacity',
  'cancelled',
  'queue.m',
] as const;
/** What a detail needs besides. */
export const detailFields = [...cardFields, 'orgId', 'orgPath', 'about', 'form', 'version'] as const;

type OfQueue = { queue: readonly { m: string }[] };
type CardDoc = OfQueue &
  Pick<EventDoc, '_id' | 'title' | 'kind' | 'place' | 'orgName' | 'startsAt' | 'endsAt' | 'deadline' | 'capacity'> &
  Pick<EventDoc, 'cancelled'>;
type DetailDoc = CardDoc & Pick<EventDoc, 'orgId' | 'about' | 'form' | 'version'>;

/** An event as one member sees it. */
export const eventCardView = (doc: CardDoc, memberId: string): EventCard => ({
  id: doc._id,
  title: doc.title,
  kind: doc.kind,
  place: doc.place,
  orgName: doc.orgName,
  startsAt: doc.startsAt,
  endsAt: doc.endsAt,
  deadline: doc.deadline,
  capacity: doc.capacity,
  left: Math.max(0, doc.capacity - doc.queue.length),
  waiting: waitingCount(doc),
  cancelled: doc.cancelled,
  mine: standingOf(doc, memberId),
});

export const eventDetailView = (doc: DetailDoc, memberId: string, mayManage: boolean): EventDetail => ({
  ...eventCardView(doc, memberId),
  orgId: doc.orgId,
  about: doc.about,
  form: doc.form,
  version: doc.version,
  mayManage,
});
