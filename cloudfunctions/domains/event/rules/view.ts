import type { EventCard, EventDetail } from '../../../../contract/domains/event/actions';
import { heldView } from '../../../shared/moderation/rules/cases';
import { seatsLeft, standingOf, waitingCount } from '../../../shared/participation/rules/seats';
import type { SeenBy } from '../../../shared/participation/shape';
import type { EventDoc } from '../collections';
import { isCalledOff } from './access';

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
/** What a list needs besides, to tell who runs an event that it waits for a verdict. */
export const listedFields = [...cardFields, 'orgPath', 'held'] as const;
/** What a detail needs besides. */
export const detailFields = [...listedFields, 'orgId', 'memberId', 'about', 'form', 'version'] as const;

type CardDoc = Pick<SeenBy<EventDoc>, '_id' | 'position' | (typeof listedFields)[number]>;
type DetailDoc = CardDoc & Pick<EventDoc, 'orgId' | 'about' | 'form' | 'version'>;

/** An event as one member sees it; whoever runs it also sees what waits for a verdict. */
export const eventCardView = (doc: CardDoc, runs: boolean): EventCard => ({
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
  cancelled: isCalledOff(doc),
  mine: standingOf(doc),
  ...(runs && heldView(doc.held)),
});

export const eventDetailView = (doc: DetailDoc, mayManage: boolean): EventDetail => ({
  ...eventCardView(doc, mayManage),
  orgId: doc.orgId,
  about: doc.about,
  form: doc.form,
  version: doc.version,
  mayManage,
});
