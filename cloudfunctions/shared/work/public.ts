import { randomId } from '../../kernel/ids';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { workCollections } from './collections';
import type { Job } from './job';
import { queued } from './rules/items';
import { runItem } from './run';

export { afterBatch, defineJob, type Job } from './job';

/** Steps done within the call that queues work: what is small is over with the reply. */
const STEPS_IN_CALL = 2;

const jobs = (others: Others) => openOwn(others, workCollections).jobs;

/** Queues work for the next minute; queued once under this key it stays one. False when it was before. One round trip. */
export const queueWork = (others: Others, job: Pick<Job, 'kind'>, key: string, now: number): Promise<boolean> =>
  jobs(others).add(queued(job, key, now));

/**
 * Queues work and does its first steps at once; the timer does the rest. Under a key that was used before nothing is
 * done: somebody is at it, or it is over. A step that fails is the timer's to try again, never the caller's. Two round
 * trips and those of the steps; what came of it, `paused` when there is a rest.
 */
export async function startWork<Own>(
  { db, others, now, requestId }: { db: Own; others: Others; now: number; requestId: string },
  job: Job<Own>,
  key: string,
): Promise<string> {
  const item = queued(job, key, now, randomId('l'));
  if (!(await jobs(others).add(item))) return 'known';
  const goesOn = (steps: number) => steps < STEPS_IN_CALL;
  return runItem(item, job, { jobs: jobs(others), db, others, now: () => now, goesOn, requestId });
}
