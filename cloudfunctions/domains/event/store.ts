import { atMost, not } from '../../kernel/port';
import type { Conditions, Path } from '../../kernel/port';
import { revise } from '../../shared/commands/store';
import type { SeenBy } from '../../shared/participation/shape';
import { asSeenBy } from '../../shared/participation/store';
import type { EventDatabase, EventDoc } from './collections';
import type { Plan } from './rules/plan';
import { isKept } from './rules/access';
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
  { before, now, held }: { before: Pick<EventDoc, 'capacity' | 'held'>; now: number; held: EventDoc['held'] },
): Promise<EventDoc | undefined> =>
  revise(db.events, target, {
    change: {
      set: {
        ...{ title, kind, place, about, startsAt, endsAt, deadline, capacity, unsettledAt: now },
        // What is called off only because nobody may see it yet is not, once it passes.
        ...(isKept(before) && { cancelled: held !== undefined }),
        ...(held !== undefined && { held }),
      },
      ...(held === undefined && { unset: ['held'] }),
    },
    expected: { ...asKept(before), ...(capacity < before.capacity ? { queued: atMost(capacity) } : {}) },
  });

/** That nobody has shown or hidden it meanwhile. */
const asKept = (event: Pick<EventDoc, 'held'>): Conditions<EventDoc> =>
  isKept(event) ? { 'held.of': 'publication' } : { cancelled: false };

/** Cancels or restores; `undefined` when the command was seen, or the version is another than the one named. */
export const setCancelled = (
  db: EventDatabase,
  { cancelled, ...target }: { id: string; commandId: string; cancelled: boolean; version?: number | undefined },
  { before, now }: { before: Pick<EventDoc, 'held'>; now: number },
): Promise<EventDoc | undefined> =>
  revise(
    db.events,
    target,
    isKept(before)
      ? { change: { set: { 'held.cancelled': cancelled } }, expected: { 'held.of': 'publication' } }
      : { change: { set: { cancelled, unsettledAt: now } }, expected: { 'held.of': not('publication') } },
  );
