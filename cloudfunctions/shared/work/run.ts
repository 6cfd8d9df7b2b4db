import { logFailure } from '../../kernel/failure';
import type { Files } from '../../kernel/files';
import type { Others } from '../../kernel/others';
import type { CallWechat } from '../../kernel/wechat';
import type { JobDoc, WorkDatabase } from './collections';
import type { Job } from './job';
import { storeFailure, storeResult, storeStep } from './store';

interface Run<Own> {
  jobs: WorkDatabase['jobs'];
  db: Own;
  others: Others;
  files: Files;
  now: () => number;
  /** Whether there is time for one step more after so many. */
  goesOn: (steps: number) => boolean;
  requestId: string;
  callWechat?: CallWechat | undefined;
}

/** How a run ended besides with the job's own result. */
export type Ending = 'paused' | 'failed' | 'taken over';

/**
 * Runs an item that was claimed, step by step, each stored before the next. Never throws: a step that fails is logged
 * and tried again later.
 */
export async function runItem<Own>(item: JobDoc, job: Job<Own>, run: Run<Own>): Promise<string> {
  const { jobs, db, others, files, now, goesOn, requestId, callWechat } = run;
  let { cursor, attempts } = item;
  try {
    for (let steps = 1; ; steps += 1) {
      const at = { key: item.key, cursor: cursor ?? undefined, now: now(), others, files, callWechat };
      const outcome = await job.step(db, at);
      if ('done' in outcome) {
        return (await storeResult(jobs, item, outcome.done)) ? outcome.done : ('taken over' satisfies Ending);
      }
      ({ cursor } = outcome);
      const more = goesOn(steps);
      if (!(await storeStep(jobs, item, { cursor, now: now(), goesOn: more }))) return 'taken over' satisfies Ending;
      if (!more) return 'paused' satisfies Ending;
      attempts = 1;
    }
  } catch (error) {
    logFailure(error, { requestId, action: `job ${item.kind}` });
    await storeFailure(jobs, item, { attempts, now: now() });
    return 'failed' satisfies Ending;
  }
}
