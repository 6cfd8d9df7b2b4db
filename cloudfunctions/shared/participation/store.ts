import { QUEUE_MAX } from '../../../contract/shared/participation/constants';
import { above, below, firstOf, indexOf, noneOf, not, windowOf } from '../../kernel/port';
import type { Change, Collection, Conditions, FindOptions, Path, Query, Window } from '../../kernel/port';
import { fromEntry, toEntry } from './rules/entries';
import { VOIDED_MAX } from './rules/seats';
import type { Asker } from './rules/seats';
import type { RosterPosition } from './rules/roster';
import { PAGE, startAfter } from './rules/roster';
import type { Open, PlaceIn, QueueEntry, SeenBy, SignUp } from './shape';

// What is said of the common part holds of every document that has more.
const query = <T>(conditions: Conditions<Open>): Query<T> => conditions;
const change = <T>(parts: Change<Open>): Change<T> => parts as unknown as Change<T>;

const voiding = (...keys: string[]) => ({ voided: { items: keys, keepLast: VOIDED_MAX } });

/** What decides about seats, of any document. */
const facts = ['capacity', 'deadline', 'startsAt', 'cancelled', 'queued'] as const;
const besides = <T extends Open>(fields: readonly Path<T>[]): Path<T>[] => [...new Set([...fields, ...facts])];

const position = (memberId: string) => indexOf('queue.m', memberId);
const entry = (memberId: string) => firstOf<QueueEntry>('queue', 'm', memberId);

/** Finds documents as one member sees them, for lists: none of the others in their queues is read. */
export const asSeenBy = <T extends Open>(seats: Collection<T>, memberId: string) => ({
  find: (query: Query<T>, { fields = [], ...options }: FindOptions<T>): Promise<SeenBy<T>[]> =>
    seats.findWith(query, { ...options, fields: besides(fields) }, { position: position(memberId) }),
});

/** One document for who is about to act, with its form and these fields. */
export async function findPlace<T extends Open>(
  seats: Collection<T>,
  id: string,
  { memberId, key }: Asker,
  fields: readonly Path<T>[],
): Promise<PlaceIn<T> | undefined> {
  const [found] = await seats.findWith(
    query({ _id: id }),
    { limit: 1, fields: besides<T>([...fields, 'form']) },
    { position: position(memberId), entry: entry(memberId), voidedAt: indexOf('voided', key) },
  );
  return found && { ...found, signUp: found.entry && fromEntry(found.entry), isVoid: found.voidedAt >= 0 };
}

/** One document with a page of those who signed up, in order of arrival, that follows a position. */
export async function findRoster<T extends Open>(
  seats: Collection<T>,
  id: string,
  after: RosterPosition | undefined,
  fields: readonly Path<T>[],
): Promise<(Omit<T, 'queue' | 'voided'> & { page: Window<QueueEntry> }) | undefined> {
  const [found] = await seats.findWith(
    query({ _id: id }),
    { limit: 1, fields: besides<T>([...fields, 'form']) },
    { page: windowOf<QueueEntry>('queue', PAGE, after && startAfter(after)) },
  );
  return found;
}

/**
 * Joins the queue with all that was answered, in one step; the document as it is afterwards, or `undefined` when it does
 * not let anybody in, or not this one, or is not as `expected`.
 */
export const join = <T extends Open>(
  seats: Collection<T>,
  id: string,
  signUp: SignUp,
  expected?: Query<T>,
): Promise<T | undefined> => {
  const open = query<T>({
    _id: id,
    cancelled: false,
    deadline: above(signUp.at),
    'queue.m': not(signUp.memberId),
    voided: noneOf([signUp.key]),
    queued: below(QUEUE_MAX),
  });
  return seats.updateOne(
    { ...open, ...expected },
    change({
      push: { queue: { items: [{ ...toEntry(signUp) }] } },
      inc: { queued: 1 },
      set: { unsettledAt: signUp.at },
    }),
  );
};

/** Remembers the command of somebody who is in the queue by another; `undefined` when he is not any more. */
export const remember = <T extends Open>(
  seats: Collection<T>,
  id: string,
  { memberId, key }: Asker,
): Promise<T | undefined> =>
  seats.updateOne(query({ _id: id, 'queue.m': memberId, voided: noneOf([key]) }), change({ push: voiding(key) }));

/** Leaves the queue; `undefined` when that very sign-up is not in it any more, or it has begun. */
export const leave = <T extends Open>(
  seats: Collection<T>,
  id: string,
  { joined, key, now }: { joined: string; key: string; now: number },
): Promise<T | undefined> =>
  seats.updateOne(
    query({ _id: id, 'queue.c': joined, startsAt: above(now) }),
    change({
      pull: { queue: { c: joined } },
      inc: { queued: -1 },
      push: voiding(joined, key),
      set: { unsettledAt: now },
    }),
  );
