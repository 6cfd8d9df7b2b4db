import { above, atMost, below, noneOf, not } from '../../kernel/port';
import type { Conditions, Path } from '../../kernel/port';
import { QUEUE_MAX } from '../../../contract/constants';
import type { EventDatabase, EventDoc, QueueEntry } from './collections';
import type { Plan } from './rules/plan';
import { GONE_KEPT } from './rules/seats';
import { detailFields } from './rules/view';

/** Commands of organisers remembered per event. */
const REMEMBERED = 50;
const remembering = (commandId: string) => ({ commands: { items: [commandId], keepLast: REMEMBERED } });

async function findOne(
  db: EventDatabase,
  id: string,
  fields: readonly Path<EventDoc>[],
): Promise<EventDoc | undefined> {
  const [event] = await db.events.find({ _id: id }, { limit: 1, fields });
  return event;
}

/** The event as a member sees it, without anybody's answers. */
export const findEvent = (db: EventDatabase, id: string) => findOne(db, id, detailFields);

/** What the organiser has published of an event that will take place; nothing of the people in it. */
export async function findPublished(
  db: EventDatabase,
  id: string,
): Promise<Pick<EventDoc, 'title' | 'startsAt' | 'place' | 'orgName'> | undefined> {
  const fields = ['title', 'startsAt', 'place', 'orgName'] as const;
  const [event] = await db.events.find({ _id: id, cancelled: false }, { limit: 1, fields });
  return event;
}

/** The event as a member sees it, with what decides about signing up and leaving. */
export const findQueue = (db: EventDatabase, id: string) =>
  findOne(db, id, [...detailFields, 'queued', 'gone', 'queue.c']);

/** What one member answered; `undefined` when he is not in the queue. */
export async function answersOf(db: EventDatabase, id: string, memberId: string): Promise<QueueEntry['a'] | undefined> {
  const event = await findOne(db, id, ['queue.m', 'queue.a']);
  return event?.queue.find(({ m }) => m === memberId)?.a;
}

/** The same as `findEvent`, with what decides about a revision. */
export const findForEditing = (db: EventDatabase, id: string) => findOne(db, id, [...detailFields, 'commands']);

/** Joins the queue with all that was answered, in one step; `undefined` when the event or the queue does not let it. */
export const join = (
  db: EventDatabase,
  id: string,
  entry: QueueEntry,
  seats: Conditions<EventDoc> = { queued: below(QUEUE_MAX) },
): Promise<EventDoc | undefined> =>
  db.events.updateOne(
    {
      _id: id,
      cancelled: false,
      deadline: above(entry.at),
      'queue.m': not(entry.m),
      gone: noneOf([entry.c]),
      ...seats,
    },
    { push: { queue: { items: [{ ...entry }] } }, inc: { queued: 1 } },
  );

/** The same while a seat is free; so a sign-up that does not say that it waits has had a seat from the beginning. */
export const takeSeat = (db: EventDatabase, id: string, entry: QueueEntry, capacity: number) =>
  join(db, id, entry, { capacity, queued: below(capacity) });

/** Remembers the command of somebody who is in the queue by another; `undefined` when he is not any more. */
export const remember = (
  db: EventDatabase,
  id: string,
  { memberId, key }: { memberId: string; key: string },
): Promise<EventDoc | undefined> =>
  db.events.updateOne(
    { _id: id, 'queue.m': memberId, gone: noneOf([key]) },
    { push: { gone: { items: [key], keepLast: GONE_KEPT } } },
  );

/** Leaves the queue; `undefined` when that very sign-up is not in it any more, or the event has begun. */
export const leave = (
  db: EventDatabase,
  id: string,
  { joined, key, now }: { joined: string; key: string; now: number },
): Promise<EventDoc | undefined> =>
  db.events.updateOne(
    { _id: id, 'queue.c': joined, startsAt: above(now) },
    {
      pull: { queue: { c: joined } },
      inc: { queued: -1 },
      push: { gone: { items: [joined, key], keepLast: GONE_KEPT } },
    },
  );

/** Rewrites the plan of the version seen; `undefined` when it has changed since, or somebody took a seat cut by it. */
export const revise = (
  db: EventDatabase,
  { id, version, commandId }: { id: string; version: number; commandId: string },
  { title, kind, place, about, startsAt, endsAt, deadline, capacity }: Plan,
  before: Pick<Plan, 'capacity'>,
): Promise<EventDoc | undefined> =>
  db.events.updateOne(
    {
      _id: id,
      version,
      cancelled: false,
      commands: noneOf([commandId]),
      ...(capacity < before.capacity ? { queued: atMost(capacity) } : {}),
    },
    {
      set: { title, kind, place, about, startsAt, endsAt, deadline, capacity },
      inc: { version: 1 },
      push: remembering(commandId),
    },
  );

/** Cancels or restores; `undefined` when the command was seen, or the version is another than the one named. */
export const setCancelled = (
  db: EventDatabase,
  {
    id,
    commandId,
    cancelled,
    version,
  }: { id: string; commandId: string; cancelled: boolean; version?: number | undefined },
): Promise<EventDoc | undefined> =>
  db.events.updateOne(
    { _id: id, commands: noneOf([commandId]), ...(version === undefined ? {} : { version }) },
    { set: { cancelled }, inc: { version: 1 }, push: remembering(commandId) },
  );
