import { among, below } from '../kernel/port';
import type { Job } from './job';

const BATCH = 500;

/** Forgets removed lines of check-ins once no undo of them can be meant any more (R7). */
export const removedLines: Job = {
  name: 'removed',
  every: 'day',
  async run(db, now) {
    let forgotten = 0;
    for (;;) {
      const due = await db.checkins.find(
        { removedUntil: below(now) },
        { sort: [['removedUntil', 1]], limit: BATCH, fields: ['_id'] },
      );
      if (due.length > 0) {
        const ids = among(due.map(({ _id }) => _id));
        forgotten += await db.checkins.update(
          { _id: ids, removedUntil: below(now) },
          { unset: ['removed', 'removedUntil'] },
        );
      }
      if (due.length < BATCH) return `removed ${forgotten}`;
    }
  },
};
