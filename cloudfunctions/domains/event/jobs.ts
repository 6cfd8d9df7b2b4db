import { above } from '../../kernel/port';
import { defineJob } from '../../shared/work/public';
import type { EventDatabase } from './collections';

/** Events in one step; each may carry a queue of thousands. */
const BATCH = 20;

/** True when the count of the queue differs from the queue, or somebody is in it twice: neither may ever happen. */
export const drifted = ({ queue, queued }: { queue: readonly { m: string }[]; queued: number }): boolean =>
  queued !== queue.length || new Set(queue.map(({ m }) => m)).size !== queue.length;

/** Compares every event's count with its queue and reports the difference, which must be 0. */
export const eventDrift = defineJob<EventDatabase, { last: string; checked: number; wrong: number }>({
  kind: 'drift',
  every: 'day',
  async step(db, { cursor: { last, checked, wrong } = { last: '', checked: 0, wrong: 0 } }) {
    const events = await db.events.find(
      { _id: above(last) },
      { sort: [['_id', 1]], limit: BATCH, fields: ['queue.m', 'queued'] },
    );
    const found = events.filter(drifted).map(({ _id }) => _id);
    if (found.length > 0) console.error(JSON.stringify({ job: 'drift', events: found }));
    const so = { checked: checked + events.length, wrong: wrong + found.length };
    const end = events[BATCH - 1];
    return end === undefined ? { done: `drift ${so.wrong} of ${so.checked}` } : { cursor: { ...so, last: end._id } };
  },
});

/** By their kinds. */
export const eventJobs = { drift: eventDrift };
