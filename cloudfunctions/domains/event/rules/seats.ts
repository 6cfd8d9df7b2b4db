import type { MySignup } from '../../../../contract/domains/event/actions';
import { QUEUE_MAX } from '../../../../contract/constants';
import type { ErrorCode } from '../../../../contract/errors';
import { isPermittedOn } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import { deriveCode, deriveId } from '../../../kernel/ids';
import type { EventDoc } from '../collections';

/*
 * Who has a seat, and what may be done with one. The queue in order of arrival is all that is stored: the first
 * `capacity` of it have seats, so a place that is given back or added passes on to the next in the same instant.
 */

/** Keys remembered of cancelled sign-ups, two for each, and of repeated ones: far more than a day's. */
export const GONE_KEPT = 1000;

type Queued = Pick<EventDoc, 'capacity'> & { queue: readonly { m: string }[] };

/** Key of a member's command in the queue: the same each time it is sent, and nobody else's. */
export const commandKey = (memberId: string, commandId: string): string => deriveId('c', memberId, commandId);

/** A code of when and where, short since every sign-up carries one; another one after the event was moved. */
export const planCode = ({ startsAt, endsAt, place }: Pick<EventDoc, 'startsAt' | 'endsAt' | 'place'>): string =>
  deriveCode(6, String(startsAt), String(endsAt), place);

export function standingOf({ queue, capacity }: Queued, memberId: string): MySignup {
  const index = queue.findIndex(({ m }) => m === memberId);
  if (index < 0) return { state: 'none' };
  return index < capacity ? { state: 'in' } : { state: 'waiting', place: index - capacity + 1 };
}

export const seatsTaken = ({ queue, capacity }: Queued): number => Math.min(queue.length, capacity);
export const waitingCount = ({ queue, capacity }: Queued): number => Math.max(0, queue.length - capacity);

export const mayManage = (viewer: Viewer, { orgPath }: Pick<EventDoc, 'orgPath'>): boolean =>
  isPermittedOn(viewer, 'event:manage', orgPath);

/** Those of the subtree, those who run it, and whoever signed up while he belonged to it. */
export const maySee = (viewer: Viewer, event: Pick<EventDoc, 'orgId' | 'orgPath'> & Queued): boolean =>
  viewer.scope.includes(event.orgId) || mayManage(viewer, event) || event.queue.some(({ m }) => m === viewer._id);

/**
 * `go`: act. `done`: nothing is left to do, the reply is the state as it is. `again`: it is so already by another
 * command; this one is only to be remembered, or it would act when that other is undone and this comes once more.
 */
export type Verdict<Code extends ErrorCode> = 'go' | 'done' | 'again' | Code;

type Open = Pick<EventDoc, 'cancelled' | 'deadline' | 'queued' | 'gone'> & {
  queue: readonly { m: string; c: string }[];
};

/** Whether a member may join the queue. A twin of what was done, or undone since, is done, whatever the time is. */
export function judgeSignUp(
  event: Open,
  { memberId, key }: { memberId: string; key: string },
  now: number,
): Verdict<'EVENT_CANCELLED' | 'EVENT_CLOSED' | 'EVENT_FULL'> {
  if (event.gone.includes(key) || event.queue.some(({ c }) => c === key)) return 'done';
  if (event.queue.some(({ m }) => m === memberId)) return 'again';
  if (event.cancelled) return 'EVENT_CANCELLED';
  if (event.deadline <= now) return 'EVENT_CLOSED';
  return event.queued < QUEUE_MAX ? 'go' : 'EVENT_FULL';
}

/** Whether a member may leave the queue: until the event begins. */
export function judgeLeaving(
  event: Pick<EventDoc, 'startsAt' | 'gone'> & Queued,
  { memberId, key }: { memberId: string; key: string },
  now: number,
): Verdict<'SIGNUP_NOT_FOUND' | 'EVENT_CLOSED'> {
  if (event.gone.includes(key)) return 'done';
  if (event.queue.every(({ m }) => m !== memberId)) return 'SIGNUP_NOT_FOUND';
  return event.startsAt <= now ? 'EVENT_CLOSED' : 'go';
}
