import { collection } from '../kernel/collection';
import type { Doc } from '../kernel/port';

/** Timer jobs done. `_id` is `<job>:<day or hour>`. */
export interface JobDoc extends Doc {
  at: number;
  result: string;
  expiresAt: number;
}

export const jobsCollections = {
  jobs: collection<JobDoc>({
    purpose: '定时任务的执行记录',
    personal: null,
    indexes: [{ name: 'expiresAt', keys: [['expiresAt', 1]] }],
    retention: { field: 'expiresAt', days: 0 },
  }),
};
