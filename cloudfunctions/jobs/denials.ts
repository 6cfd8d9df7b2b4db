import type { Appender } from '../kernel/audit/append';
import { createAppender } from '../kernel/audit/append';
import type { Database } from '../schema';
import { DENIALS_WRITTEN, summaryOf } from '../kernel/denials';
import { among, atMost } from '../kernel/port';
import type { DenialsDoc } from '../kernel/collections';
import { defineJob } from '../shared/work/job';

/** Summaries in one step; each is an entry of the audit. */
const BATCH = 50;
/** Longer than a call may run: none that began in the hour is still counting after it. */
const SETTLED_MS = 120_000;

/** Writes the summary unless an earlier run did and was killed before the count was removed. */
async function summarise(db: Database, append: Appender, denials: DenialsDoc, now: number): Promise<void> {
  const summary = summaryOf(denials, now);
  const written = await db.audit.find({ requestId: summary.requestId }, { limit: 1, fields: ['_id'] });
  if (written.length === 0) await append(summary);
  await db.denials.remove({ _id: denials._id });
}

/** Puts one entry into the audit for everybody who was refused more often in an hour than is written one by one. */
export const denialSummaries = defineJob<Database, number>({
  kind: 'denials',
  every: 'hour',
  async step(db, { cursor: before = 0, now }) {
    const over = await db.denials.find({ endsAt: atMost(now - SETTLED_MS) }, { sort: [['endsAt', 1]], limit: BATCH });
    const many = over.filter(({ count }) => count > DENIALS_WRITTEN);
    const append = createAppender(db);
    for (const denials of many) await summarise(db, append, denials, now);
    if (over.length > 0) await db.denials.remove({ _id: among(over.map(({ _id }) => _id)) });
    const summaries = before + many.length;
    return over.length < BATCH ? { done: `denials ${summaries}` } : { cursor: summaries };
  },
});
