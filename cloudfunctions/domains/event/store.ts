import { atMost } from '../../kernel/port';
import type { Path } from '../../kernel/port';
import { revise } from '../../shared/commands/store';
import type { SeenBy } from '../../shared/participation/shape';
import { asSeenBy } from '../../shared/participation/store';
import type { EventDatabase, EventDoc } from './collections';
import type { Plan } from './rules/plan';
import { detailFields } from './rules/view';

async function findOne(
  db: EventDatabase,
  id: string,
  memberId: string,
  fields: readonly Path<EventDoc>[],
): Promise<SeenBy<EventDoc> | undefined> {
  const [event] = await asSeenBy(db.events, memberId).find({ _id: id }, { limit: 1, fields });
  return event;
}

/** The event as a member sees it. */
export const findEvent = (db: EventDatabase, id: string, memberId: string) => findOne(db, id, memberId, detailFields);

/** What the organiser has published of an event that will take place; nothing of the people in it. */
export async function findPublished(
  db: EventDatabase,
  id: string,
): Promise<Pick<EventDoc, 'title' | 'startsAt' | 'place' | 'orgName'> | undefined> {
  const fields = ['title', 'startsAt', 'place', 'orgName'] as const;
  const [event] = await db.events.find({ _id: id, cancelled: false }, { limit: 1, fields });
  return event;
}

/** The same, with what decides about a revision. */
export const findForEditing = (db: EventDatabase, id: string, memberId: string) =>
  findOne(db, id, memberId, [...detailFields, 'commands']);

/** Rewrites the plan of the version seen; `undefined` when it has changed since, or somebody took a seat cut by it. */
export const replan = (
  db: EventDatabase,
  target: { id: string; version: number; commandId: string },
  { title, kind, place, about, startsAt, endsAt, deadline, capacity }: Plan,
  { before, now }: { before: Pick<Plan, 'capacity'>; now: number },
): Promise<EventDoc | undefined> =>
  revise(db.events, target, {
    change: { set: { title, kind, place, about, startsAt, endsAt, deadline, capacity, unsettledAt: now } },
    expected: { cancelled: false, ...(capacity < before.capacity ? { queued: atMost(capacity) } : {}) },
  });

/** Cancels or restores; `undefined` when the command was seen, or the version is another than the one named. */
export const setCancelled = (
  db: EventDatabase,
  { cancelled, ...target }: { id: string; commandId: string; cancelled: boolean; version?: number | undefined },
  now: number,
): Promise<EventDoc | undefined> => revise(db.events, target, { change: { set: { cancelled, unsettledAt: now } } });
