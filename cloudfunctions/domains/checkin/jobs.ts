import { among, below } from '../../kernel/port';
import { defineJob } from '../../shared/work/public';
import type { CheckInDatabase } from './collections';

const BATCH = 500;

/** Forgets removed lines of check-ins once no undo of them can be meant any more (R7). */
export const removedLines = defineJob<CheckInDatabase, number>({
  kind: 'removed',
  every: 'day',
  async step(db, { cursor: forgotten = 0, now }) {
    const due = await db.checkins.find(
      { removedUntil: below(now) },
      { sort: [['removedUntil', 1]], limit: BATCH, fields: ['_id'] },
    );
    if (due.length === 0) return { done: `removed ${forgotten}` };
    const ids = among(due.map(({ _id }) => _id));
    const past = { _id: ids, removedUntil: below(now) };
    const total = forgotten + (await db.checkins.update(past, { unset: ['removed', 'removedUntil'] }));
    return due.length < BATCH ? { done: `removed ${total}` } : { cursor: total };
  },
});

/** By their kinds. */
export const checkinJobs = { removed: removedLines };
