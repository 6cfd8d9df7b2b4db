import { sealNext } from '../kernel/audit/seal';
import type { Database } from '../schema';
import { defineJob } from '../shared/work/job';

/** Seals the entries of the days that are over, a page a step. Looks every hour; what there is comes once a night. */
export const auditSeal = defineJob<Database, number>({
  kind: 'seal',
  every: 'hour',
  async step(db, { cursor: before = 0, now }) {
    const seal = await sealNext(db, now);
    return seal === undefined ? { done: `seals ${before}` } : { cursor: before + 1 };
  },
});
