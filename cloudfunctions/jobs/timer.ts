import { dayOf } from '../../contract/day';
import type { Reply } from '../../contract/errors';
import { timerTriggers } from '../../contract/functions';
import { refuse } from '../kernel/refuse';
import type { Database } from '../schema';
import { logFailure, toFailure } from '../kernel/failure';
import type { Platform } from '../kernel/platform';
import { among, below } from '../kernel/port';
import type { Main } from '../kernel/serve';
import { requestIdOf } from '../kernel/serve';
import type { Job } from './job';

const KEEP_MS = 40 * 86_400_000;
/** A run that has not ended by now was killed: longer than the function may live. */
const LEASE_MS = 600_000;

/** The period that a run is for: the Shanghai day `20261123`, or the hour `h498237`, counted since the epoch. */
export const periodOf = (every: Job['every'], now: number): string =>
  every === 'day' ? dayOf(now) : `h${Math.floor(now / 3_600_000)}`;

/** True when the cloud's timer set this off: its event, one of our triggers, and nobody's identity on it. */
export function isTimerCall(event: unknown, platform: Pick<Platform, 'openid' | 'trigger'>): boolean {
  const { Type, TriggerName } = { ...(event as { Type?: unknown; TriggerName?: unknown } | null | undefined) };
  const ours = timerTriggers.some(({ name }) => name === TriggerName);
  // Clouds that name no trigger source exist; there the identity and the refusal of clients (deployment) decide.
  const source = platform.trigger() ?? 'timer';
  return Type === 'Timer' && ours && source === 'timer' && platform.openid() === undefined;
}

/** Takes the job's record for its period: once, and once more after a run that failed or was killed. */
async function claim(db: Database, _id: string, now: number): Promise<boolean> {
  if (await db.jobs.add({ _id, at: now, result: 'running', expiresAt: now + KEEP_MS })) return true;
  const lapsed = { _id, result: among(['running', 'failed']), at: below(now - LEASE_MS) };
  return (await db.jobs.update(lapsed, { set: { at: now, result: 'running' } })) === 1;
}

async function runJob(job: Job, { db, now, requestId }: { db: Database; now: number; requestId: string }) {
  const _id = `${job.name}:${periodOf(job.every, now)}`;
  if (!(await claim(db, _id, now))) return 'done before';
  try {
    const result = await job.run(db, now);
    await db.jobs.update({ _id }, { set: { result } });
    return result;
  } catch (error) {
    logFailure(error, { requestId, action: `timer ${job.name}` });
    await db.jobs.update({ _id }, { set: { result: 'failed' } });
    return 'failed';
  }
}

/**
 * The timer function. Fired once, twice at once or days late, every job of the current hour and day is done once; one
 * that fails is tried again at the next hour and does not keep the others from running.
 */
export function createTimer(jobs: readonly Job[], platform: Platform): Main<Reply<Record<string, string>>> {
  return async function main(event, cloudContext) {
    const requestId = requestIdOf(cloudContext);
    try {
      if (!isTimerCall(event, platform)) refuse('FORBIDDEN');
      const { db } = platform;
      const now = platform.now();
      const done: Record<string, string> = {};
      for (const job of jobs) done[job.name] = await runJob(job, { db, now, requestId });
      return { ok: true, data: done };
    } catch (error) {
      const failure = toFailure(error, requestId);
      if (failure.code !== 'FORBIDDEN') logFailure(error, { requestId, action: 'timer' });
      return failure;
    }
  };
}
