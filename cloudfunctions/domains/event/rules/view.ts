import type { EventCard, EventDetail } from '../../../../contract/domains/event/actions';
import { seatsLeft, standingOf, waitingCount } from '../../../shared/participation/rules/seats';
import type { SeenBy } from '../../../shared/participation/shape';
import type { EventDoc } from '../collections';

/** What a card needs of the document; nothing of the people in it but how many there are. */
export const cardFields = [
  'title',
  'kind',
  'place',
  'orgName',
  'startsAt',
  'endsAt',
  'deadline',
  'capacity',
  'queued',
  'cancelled',
] as const;
/** What a detail needs besides. */
export const detailFields = [...cardFields, 'orgId', 'orgPath', 'about', 'form', 'version'] as const;

type CardDoc = Pick<SeenBy<EventDoc>, '_id' | 'position' | (typeof cardFields)[number]>;
type DetailDoc = CardDoc & Pick<EventDoc, 'orgId' | 'about' | 'form' | 'version'>;

/** An event as one member sees it. */
export const eventCardView = (doc: CardDoc): EventCard => ({
  id: doc._id,
  title: doc.title,
  kind: doc.kind,
  place: doc.place,
  orgName: doc.orgName,
  startsAt: doc.startsAt,
  endsAt: doc.endsAt,
  deadline: doc.deadline,
  capacity: doc.capacity,
  left: seatsLeft(doc),
  waiting: waitingCount(doc),
  cancelled: doc.cancelled,
  mine: standingOf(doc),
});

export const eventDetailView = (doc: DetailDoc, mayManage: boolean): EventDetail => ({
  ...eventCardView(doc),
  orgId: doc.orgId,
  about: doc.about,
  form: doc.form,
  version: doc.version,
  mayManage,
});
