import { QUEUE_MAX } from '../../../contract/shared/participation/constants';
import { above, below, noneOf, not } from '../../kernel/port';
import type { Change, Collection, Conditions, Doc, Query } from '../../kernel/port';
import { VOIDED_MAX } from './rules/seats';
import type { Asker } from './rules/seats';
import type { Participation, QueueEntry } from './shape';

/** A collection of any documents that people sign up for; seen here by what all of these have in common. */
type Seats<T extends Doc & Participation> = Collection<T>;

// What is said of the common part holds of every document that has more.
const query = <T>(conditions: Conditions<Doc & Participation>): Query<T> => conditions;
const change = <T>(parts: Change<Doc & Participation>): Change<T> => parts as unknown as Change<T>;

const voiding = (...keys: string[]) => ({ voided: { items: keys, keepLast: VOIDED_MAX } });

/**
 * Joins the queue with all that was answered, in one step; the document as it is afterwards, or `undefined` when it does
 * not let anybody in, or not this one.
 */
export const join = <T extends Doc & Participation>(
  seats: Seats<T>,
  id: string,
  entry: QueueEntry,
  room: Conditions<Participation> = { queued: below(QUEUE_MAX) },
): Promise<T | undefined> =>
  seats.updateOne(
    query({
      _id: id,
      cancelled: false,
      deadline: above(entry.at),
      'queue.m': not(entry.m),
      voided: noneOf([entry.c]),
      ...room,
    }),
    change({ push: { queue: { items: [{ ...entry }] } }, inc: { queued: 1 } }),
  );

/** The same while a seat is free; so a sign-up that does not say that it waits has had a seat from the beginning. */
export const takeSeat = <T extends Doc & Participation>(
  seats: Seats<T>,
  id: string,
  entry: QueueEntry,
  capacity: number,
): Promise<T | undefined> => join(seats, id, entry, { capacity, queued: below(capacity) });

/** Remembers the command of somebody who is in the queue by another; `undefined` when he is not any more. */
export const remember = <T extends Doc & Participation>(
  seats: Seats<T>,
  id: string,
  { memberId, key }: Asker,
): Promise<T | undefined> =>
  seats.updateOne(query({ _id: id, 'queue.m': memberId, voided: noneOf([key]) }), change({ push: voiding(key) }));

/** Leaves the queue; `undefined` when that very sign-up is not in it any more, or it has begun. */
export const leave = <T extends Doc & Participation>(
  seats: Seats<T>,
  id: string,
  { joined, key, now }: { joined: string; key: string; now: number },
): Promise<T | undefined> =>
  seats.updateOne(
    query({ _id: id, 'queue.c': joined, startsAt: above(now) }),
    change({ pull: { queue: { c: joined } }, inc: { queued: -1 }, push: voiding(joined, key) }),
  );
