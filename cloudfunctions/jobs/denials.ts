import { appendOnce } from '../kernel/audit/append';
import type { Database } from '../schema';
import { DENIALS_WRITTEN, summaryOf } from '../kernel/denials';
import { among, atMost } from '../kernel/port';
import { defineJob } from '../shared/work/job';

/** Summaries in one step; each is an entry of the audit. */
const BATCH = 50;
/** Longer than a call may run: none that began in the hour is still counting after it. */
const SETTLED_MS = 120_000;

/** Puts one entry into the audit for everybody who was refused more often in an hour than is written one by one. */
export const denialSummaries = defineJob<Database, number>({
  kind: 'denials',
  every: 'hour',
  async step(db, { cursor: before = 0, now }) {
    const over = await db.denials.find({ endsAt: atMost(now - SETTLED_MS) }, { sort: [['endsAt', 1]], limit: BATCH });
    const many = over.filter(({ count }) => count > DENIALS_WRITTEN);
    // Written before the count is removed: a run that was killed in between finds its summary there.
    await Promise.all(many.map((denials) => appendOnce(db, summaryOf(denials, now))));
    if (over.length > 0) await db.denials.remove({ _id: among(over.map(({ _id }) => _id)) });
    const summaries = before + many.length;
    return over.length < BATCH ? { done: `denials ${summaries}` } : { cursor: summaries };
  },
});
