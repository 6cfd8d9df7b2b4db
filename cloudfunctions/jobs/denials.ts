import { appendAudit } from '../kernel/audit';
import type { Database } from '../schema';
import { DENIALS_WRITTEN, summaryOf } from '../kernel/denials';
import { among, atMost } from '../kernel/port';
import type { DenialsDoc } from '../kernel/collections';
import type { Job } from './job';

const BATCH = 200;
/** Longer than a call may run: none that began in the hour is still counting after it. */
const SETTLED_MS = 120_000;

/** Writes the summary unless an earlier run did and was killed before the count was removed. */
async function summarise(db: Database, denials: DenialsDoc, now: number): Promise<void> {
  const summary = summaryOf(denials, now);
  const written = await db.audit.find({ requestId: summary.requestId }, { limit: 1, fields: ['_id'] });
  if (written.length === 0) await appendAudit(db, summary);
  await db.denials.remove({ _id: denials._id });
}

/** Puts one entry into the audit for everybody who was refused more often in an hour than is written one by one. */
export const denialSummaries: Job = {
  name: 'denials',
  every: 'hour',
  async run(db, now) {
    let summaries = 0;
    for (;;) {
      const over = await db.denials.find({ endsAt: atMost(now - SETTLED_MS) }, { sort: [['endsAt', 1]], limit: BATCH });
      const many = over.filter(({ count }) => count > DENIALS_WRITTEN);
      for (const denials of many) await summarise(db, denials, now);
      summaries += many.length;
      if (over.length > 0) await db.denials.remove({ _id: among(over.map(({ _id }) => _id)) });
      if (over.length < BATCH) return `denials ${summaries}`;
    }
  },
};
