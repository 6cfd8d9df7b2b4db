import { above } from '../kernel/port';
import type { Job } from './job';

/** Events in one read; each may carry a queue of thousands. */
const BATCH = 20;

/** True when the count of the queue differs from the queue, or somebody is in it twice: neither may ever happen. */
export const drifted = ({ queue, queued }: { queue: readonly { m: string }[]; queued: number }): boolean =>
  queued !== queue.length || new Set(queue.map(({ m }) => m)).size !== queue.length;

/** Compares every event's count with its queue and reports the difference, which must be 0. */
export const eventDrift: Job = {
  name: 'drift',
  every: 'day',
  async run(db) {
    let checked = 0;
    const wrong: string[] = [];
    for (let last = ''; ;) {
      const events = await db.events.find(
        { _id: above(last) },
        { sort: [['_id', 1]], limit: BATCH, fields: ['queue.m', 'queued'] },
      );
      checked += events.length;
      wrong.push(...events.filter(drifted).map(({ _id }) => _id));
      if (events.length < BATCH) break;
      last = events[events.length - 1]?._id ?? '';
    }
    if (wrong.length > 0) console.error(JSON.stringify({ job: 'drift', events: wrong.slice(0, 20) }));
    return `drift ${wrong.length} of ${checked}`;
  },
};
