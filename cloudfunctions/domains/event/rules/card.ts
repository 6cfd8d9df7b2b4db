import type { Change, EventStanding, NextEvent } from '../../../../contract/domains/home/actions';
import type { CardDoc } from '../../../shared/cards/shape';
import type { ToldBefore } from '../../../kernel/collections';
import type { QueueEntry } from '../../../shared/participation/shape';
import type { EventDoc } from '../collections';
import { planCode } from './plan';

/*
 * The card of a sign-up: the event as it stands for that member, and what he was last told of it. What has changed is the
 * difference between the two (docs/adr/0023), not a log of what happened.
 */

export const EVENT_CARD = 'event';

export interface EventCardData {
  title: string;
  startsAt: number;
  endsAt: number;
  place: string;
  orgId: string;
  orgName: string;
  cancelled: boolean;
  seated: boolean;
  /** Which sign-up it is; another one begins anew. */
  signedUpAt: number;
}

export interface EventTold {
  plan: string;
  cancelled: boolean;
  seated: boolean;
}

export type EventCardDoc = CardDoc<EventCardData, EventTold>;

/** What an event is called whose words may not be seen. */
export const UNSEEN = '（活动已下架）';

/** What a card needs of an event. */
export const eventFields = [
  'title',
  'startsAt',
  'endsAt',
  'place',
  'orgId',
  'orgName',
  'cancelled',
  'capacity',
  'held',
] as const;
type Shown = Pick<EventDoc, '_id' | (typeof eventFields)[number]>;

/** What all cards of an event say alike. */
export const planOf = ({ title, startsAt, endsAt, place, orgId, orgName, cancelled, held }: Shown) => ({
  // Turned down after people had signed up: they read that it is off, and none of its words.
  title: held?.of === 'publication' ? UNSEEN : title,
  startsAt,
  endsAt,
  place: held?.of === 'publication' ? '' : place,
  orgId,
  orgName,
  cancelled,
});

/** The card of a sign-up as it is now, of which the member has been told all. */
export function eventCard(
  event: Shown,
  { id, memberId, position, signedUpAt }: { id: string; memberId: string; position: number; signedUpAt: number },
): EventCardDoc {
  const data = { ...planOf(event), seated: position < event.capacity, signedUpAt };
  return {
    _id: id,
    to: memberId,
    source: EVENT_CARD,
    thing: event._id,
    from: 0,
    until: event.endsAt,
    data,
    told: { plan: planCode(event), cancelled: data.cancelled, seated: data.seated },
  };
}

/**
 * What a version before there were cards had told of a sign-up: what the member put away since, else what he was promised
 * then. `undefined` for a sign-up that came later, or long before.
 */
export function toldBefore(
  { at, p, w }: Pick<QueueEntry, 'at' | 'p' | 'w'>,
  seen: ToldBefore | undefined,
): EventTold | undefined {
  if (p === undefined) return undefined;
  if (seen?.signedUpAt !== at) return { plan: p, cancelled: false, seated: w !== true };
  return { plan: seen.plan, cancelled: seen.cancelled, seated: seen.seated };
}

function kindOf(now: EventTold, before: EventTold): Exclude<Change['kind'], 'answered'> | undefined {
  if (now.cancelled) return before.cancelled ? undefined : 'cancelled';
  if (before.cancelled) return 'restored';
  if (now.seated && !before.seated) return 'promoted';
  return now.plan === before.plan ? undefined : 'moved';
}

/** What is new for the member about an event that he signed up for, if anything. */
export function eventChange({
  thing: id,
  data,
  told,
}: Pick<EventCardDoc, 'thing' | 'data' | 'told'>): Change | undefined {
  const { title, startsAt, endsAt, place, cancelled, seated, signedUpAt } = data;
  const standing: EventStanding = { id, signedUpAt, plan: planCode(data), cancelled, seated, endsAt };
  const kind = kindOf(standing, told ?? standing);
  return kind && { kind, title, startsAt, place, standing };
}

/** The event as 今日 shows it; `undefined` when it does not take place. */
export const nextEventOf = ({ thing: id, data }: Pick<EventCardDoc, 'thing' | 'data'>): NextEvent | undefined => {
  const { title, startsAt, place, orgName, seated, cancelled } = data;
  return cancelled ? undefined : { id, title, startsAt, place, orgName, seated };
};

/** Whether a card still says what it should; what the member was told is his own. */
export const saysTheSame = (card: EventCardDoc, wanted: EventCardDoc): boolean =>
  card.until === wanted.until &&
  (Object.keys(wanted.data) as (keyof EventCardData)[]).every((field) => card.data[field] === wanted.data[field]);
