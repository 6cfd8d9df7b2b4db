import { closeAll } from '../../cloudfunctions/kernel/others';
import type { Files } from '../../cloudfunctions/kernel/files';
import type { Value } from '../../cloudfunctions/kernel/port';
import type { Database } from '../../cloudfunctions/schema';
import type { Job } from '../../cloudfunctions/shared/work/job';
import { memoryFiles } from './files';

const STEPS_MAX = 1000;

/** All steps of a job, one after another; what came of it. */
export async function runJob(
  job: Job<Database>,
  db: Database,
  now: number,
  key = '',
  files: Files = memoryFiles(),
): Promise<string> {
  let cursor: Value | undefined;
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    const outcome = await job.step(db, { key, cursor, now, others: closeAll(db), files });
    if ('done' in outcome) return outcome.done;
    ({ cursor } = outcome);
  }
  throw new Error(`${job.kind} does not come to an end`);
}
