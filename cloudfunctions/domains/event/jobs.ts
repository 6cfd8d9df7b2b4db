import { above, among, atMost } from '../../kernel/port';
import { driftJob } from '../../shared/participation/drift';
import { afterBatch, defineJob } from '../../shared/work/public';
import { settleEvent } from './cards';
import type { EventDatabase } from './collections';

/** Longer than a call may run: whoever changed an event by then has written its cards, or was killed. */
const SETTLED_MS = 60_000;
/** Events in one step whose cards are compared; each may have a queue of thousands. */
const COMPARED = 5;
/** Events in one step of which only a date is read. */
const MARKED = 100;

/**
 * Compares the cards of every event that has changed a while ago with its queue. An event that changes meanwhile stays
 * unsettled and comes again.
 */
export const changedEvents = defineJob<EventDatabase>({
  kind: 'events',
  every: 'minute',
  async step(db, { now, others }) {
    const found = await db.events.find(
      { unsettledAt: atMost(now - SETTLED_MS) },
      { sort: [['unsettledAt', 1]], limit: COMPARED, fields: ['unsettledAt'] },
    );
    const changed = found.filter(({ unsettledAt }) => typeof unsettledAt === 'number');
    for (const { _id, unsettledAt = null } of changed) {
      await settleEvent(db, others, _id);
      await db.events.update({ _id, unsettledAt }, { unset: ['unsettledAt'] });
    }
    return changed.length < COMPARED ? { done: 'settled' } : { cursor: '' };
  },
});

/** Has every event that is not over compared once a day: those from before there were cards get theirs by it. */
export const eventsAhead = defineJob<EventDatabase>({
  kind: 'ahead',
  every: 'day',
  async step(db, { cursor: last = '', now }) {
    const events = await db.events.find(
      { endsAt: above(now), _id: above(last) },
      { sort: [['_id', 1]], limit: MARKED, fields: ['unsettledAt'] },
    );
    const settled = events.filter(({ unsettledAt }) => unsettledAt === undefined).map(({ _id }) => _id);
    if (settled.length > 0) {
      await db.events.update({ _id: among(settled), unsettledAt: null }, { set: { unsettledAt: now - SETTLED_MS } });
    }
    return afterBatch(events, MARKED, (id) => id, 'queued');
  },
});

/** By their kinds. */
export const eventJobs = {
  drift: driftJob('drift', ({ events }: EventDatabase) => events),
  events: changedEvents,
  ahead: eventsAhead,
};
