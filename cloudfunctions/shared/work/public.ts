import { randomId } from '../../kernel/ids';
import type { Files } from '../../kernel/files';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { between } from '../../kernel/port';
import { workCollections, type JobDoc } from './collections';
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

/** Items of work that one look tells of. */
const ITEMS = 1000;
/** Sorts behind every key. */
const LAST = '\uffff';

/** How far work has come: items that are over, of those known so far. */
export interface WorkProgress {
  done: number;
  all: number;
}

/**
 * How far the work under each of these beginnings of keys (`<stamp>:`) has come; of those of which there is none,
 * nothing. One round trip, none for no stamps.
 */
export async function workUnder(
  others: Others,
  { kind }: Pick<Job, 'kind'>,
  stamps: readonly string[],
): Promise<Map<string, WorkProgress>> {
  if (stamps.length === 0) return new Map();
  const items = await jobs(others).find(
    { anyOf: stamps.map((stamp) => ({ _id: between(`${kind}:${stamp}:`, `${kind}:${stamp}:${LAST}`) })) },
    { limit: ITEMS, fields: ['key', 'state'] },
  );
  const progress = new Map<string, WorkProgress>();
  for (const { key, state } of items) {
    const stamp = key.slice(0, key.indexOf(':'));
    const { done, all } = progress.get(stamp) ?? { done: 0, all: 0 };
    progress.set(stamp, { done: done + (state === 'done' ? 1 : 0), all: all + 1 });
  }
  return progress;
}

/**
 * Queues work and does its first steps at once; the timer does the rest. Under a key that was used before nothing is
 * done: somebody is at it, or it is over. A step that fails is the timer's to try again, never the caller's. Two round
 * trips and those of the steps; what came of it, `paused` when there is a rest.
 */
export async function startWork<Own>(
  { db, others, files, now, requestId }: { db: Own; others: Others; files: Files; now: number; requestId: string },
  job: Job<Own>,
  key: string,
): Promise<string> {
  const item = queued(job, key, now, randomId('l'));
  if (!(await jobs(others).add(item))) return 'known';
  const goesOn = (steps: number) => steps < STEPS_IN_CALL;
  return runItem(item, job, { jobs: jobs(others), db, others, files, now: () => now, goesOn, requestId });
}

/**
 * Has work that was given up tried again from where it was, from `at` on; false where it was not given up. One round trip.
 */
export const reviveWork = async (
  others: Others,
  { kind }: Pick<Job, 'kind'>,
  key: string,
  at: number,
): Promise<boolean> =>
  (await jobs(others).update(
    { _id: `${kind}:${key}`, state: 'failed' },
    { set: { state: 'due', attempts: 0, result: '', dueAt: at } },
  )) > 0;

/** How queued work stands: not queued, or what its record says. One round trip. */
export async function workState(
  others: Others,
  { kind }: Pick<Job, 'kind'>,
  key: string,
): Promise<'unknown' | JobDoc['state']> {
  return (await jobs(others).get(`${kind}:${key}`))?.state ?? 'unknown';
}
