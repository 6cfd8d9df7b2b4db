import type { MySignup } from '../../../../contract/shared/participation';
import { QUEUE_MAX } from '../../../../contract/shared/participation/constants';
import { deriveId } from '../../../kernel/ids';
import type { Open, Participation, PlaceIn, SeenBy, SignUp } from '../shape';
import { fromEntry } from './entries';

/*
 * Who has a seat, and what may be done with one. The queue in order of arrival is all that is stored: the first
 * `capacity` of it have seats, so a place that is given back or added passes on to the next in the same instant.
 */

/** Keys remembered of cancelled sign-ups, two for each, and of repeated ones: far more than a day's. */
export const VOIDED_MAX = 1000;

type Seats = Pick<Participation, 'capacity' | 'queued'>;
type Mine = { readonly position: number };

/** Key of a member's command in the queue: the same each time it is sent, and nobody else's. */
export const commandKey = (memberId: string, commandId: string): string => deriveId('c', memberId, commandId);

/** My place; a position from 0, or -1 where there is none. */
export function standingOf({ position, capacity }: Pick<Seats, 'capacity'> & Mine): MySignup {
  if (position < 0) return { state: 'none' };
  return position < capacity ? { state: 'in' } : { state: 'waiting', place: position - capacity + 1 };
}

export const seatsTaken = ({ queued, capacity }: Seats): number => Math.min(queued, capacity);
export const seatsLeft = ({ queued, capacity }: Seats): number => Math.max(0, capacity - queued);
export const waitingCount = ({ queued, capacity }: Seats): number => Math.max(0, queued - capacity);

/** True when the count of a queue differs from the queue, or somebody is in it twice: neither may ever happen. */
export const drifted = ({
  queued,
  people,
}: Pick<Seats, 'queued'> & { people: { all: number; distinct: number } }): boolean =>
  queued !== people.all || people.distinct !== people.all;

/** The whole document as one member sees it. */
export function seenBy<T extends Open>({ queue, voided: _, ...doc }: T, memberId: string): SeenBy<T> {
  return { ...doc, position: queue.findIndex(({ m }) => m === memberId) };
}

/** The whole document for who is about to act, or has acted. */
export function placeIn<T extends Open>(doc: T, { memberId, key }: Asker): PlaceIn<T> {
  const seen = seenBy(doc, memberId);
  const entry = doc.queue[seen.position];
  return { ...seen, signUp: entry && fromEntry(entry), isVoid: doc.voided?.includes(key) ?? false };
}

/** Who asks, and the key by which the queue knows the command again. */
export interface Asker {
  memberId: string;
  key: string;
}

/**
 * `go`: act. `done`: nothing is left to do, the reply is the state as it is. `again`: it is so already by another
 * command; this one is only to be remembered, or it would act when that other is undone and this comes once more.
 */
export type Verdict<Refused extends string> = 'go' | 'done' | 'again' | Refused;

type Acting = { readonly isVoid: boolean };

/** Whether a member may join the queue. A retry of what was done, or undone since, is done, whatever the time is. */
export function judgeSignUp(
  {
    cancelled,
    deadline,
    queued,
    signUp,
    isVoid,
  }: Acting &
    Pick<Participation, 'cancelled' | 'deadline' | 'queued'> & { readonly signUp?: Pick<SignUp, 'key'> | undefined },
  key: string,
  now: number,
): Verdict<'cancelled' | 'closed' | 'full'> {
  if (isVoid || signUp?.key === key) return 'done';
  if (signUp !== undefined) return 'again';
  if (cancelled) return 'cancelled';
  if (deadline <= now) return 'closed';
  return queued < QUEUE_MAX ? 'go' : 'full';
}

/** Whether a member may leave the queue: until it begins. */
export function judgeLeaving(
  { startsAt, signUp, isVoid }: Acting & Pick<Participation, 'startsAt'> & { readonly signUp?: object | undefined },
  now: number,
): Exclude<Verdict<'absent' | 'begun'>, 'again'> {
  if (isVoid) return 'done';
  if (signUp === undefined) return 'absent';
  return startsAt <= now ? 'begun' : 'go';
}
