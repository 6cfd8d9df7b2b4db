import { above, sizesOf } from '../../kernel/port';
import type { Collection } from '../../kernel/port';
import { afterBatch, defineJob, type Job } from '../work/public';
import { drifted } from './rules/seats';
import type { Open } from './shape';

/** Documents in one step; the database goes through the queue of each. */
const BATCH = 20;

/**
 * The nightly job of a collection that people take part in: compares every count with its queue and reports the
 * difference, which must be 0. Only the counts travel.
 */
export const driftJob = <Own, T extends Open>(kind: string, seatsOf: (db: Own) => Collection<T>): Job<Own> =>
  defineJob<Own, { last: string; checked: number; wrong: number }>({
    kind,
    every: 'day',
    async step(db, { cursor: { last, checked, wrong } = { last: '', checked: 0, wrong: 0 } }) {
      const docs = await (seatsOf(db) as unknown as Collection<Open>).findWith(
        { _id: above(last) },
        { sort: [['_id', 1]], limit: BATCH, fields: ['queued'] },
        { people: sizesOf('queue.m') },
      );
      const found = docs.filter(drifted).map(({ _id }) => _id);
      if (found.length > 0) console.error(JSON.stringify({ job: kind, found }));
      const so = { checked: checked + docs.length, wrong: wrong + found.length };
      return afterBatch(docs, BATCH, (id) => ({ ...so, last: id }), `${kind} ${so.wrong} of ${so.checked}`);
    },
  });
