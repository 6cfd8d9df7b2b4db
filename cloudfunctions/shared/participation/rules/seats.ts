import type { MySignup } from '../../../../contract/shared/participation';
import { QUEUE_MAX } from '../../../../contract/shared/participation/constants';
import { deriveId } from '../../../kernel/ids';
import type { Participation } from '../shape';

/*
 * Who has a seat, and what may be done with one. The queue in order of arrival is all that is stored: the first
 * `capacity` of it have seats, so a place that is given back or added passes on to the next in the same instant.
 */

/** Keys remembered of cancelled sign-ups, two for each, and of repeated ones: far more than a day's. */
export const VOIDED_MAX = 1000;

type Queued = Pick<Participation, 'capacity'> & { queue: readonly { m: string }[] };

/** Key of a member's command in the queue: the same each time it is sent, and nobody else's. */
export const commandKey = (memberId: string, commandId: string): string => deriveId('c', memberId, commandId);

export function standingOf({ queue, capacity }: Queued, memberId: string): MySignup {
  const index = queue.findIndex(({ m }) => m === memberId);
  if (index < 0) return { state: 'none' };
  return index < capacity ? { state: 'in' } : { state: 'waiting', place: index - capacity + 1 };
}

export const seatsTaken = ({ queue, capacity }: Queued): number => Math.min(queue.length, capacity);
export const waitingCount = ({ queue, capacity }: Queued): number => Math.max(0, queue.length - capacity);

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

type Open = Pick<Participation, 'cancelled' | 'deadline' | 'queued' | 'voided'> & {
  queue: readonly { m: string; c: string }[];
};

/** Whether a member may join the queue. A retry of what was done, or undone since, is done, whatever the time is. */
export function judgeSignUp(
  { cancelled, deadline, queue, queued, voided = [] }: Open,
  { memberId, key }: Asker,
  now: number,
): Verdict<'cancelled' | 'closed' | 'full'> {
  if (voided.includes(key) || queue.some(({ c }) => c === key)) return 'done';
  if (queue.some(({ m }) => m === memberId)) return 'again';
  if (cancelled) return 'cancelled';
  if (deadline <= now) return 'closed';
  return queued < QUEUE_MAX ? 'go' : 'full';
}

/** Whether a member may leave the queue: until it begins. */
export function judgeLeaving(
  { startsAt, queue, voided = [] }: Pick<Participation, 'startsAt' | 'voided'> & Queued,
  { memberId, key }: Asker,
  now: number,
): Verdict<'absent' | 'begun'> {
  if (voided.includes(key)) return 'done';
  if (queue.every(({ m }) => m !== memberId)) return 'absent';
  return startsAt <= now ? 'begun' : 'go';
}
