import type { Reply } from '../../contract/errors';
import { functionSettings, timerTriggers } from '../../contract/deployment';
import { logFailure, toFailure } from '../kernel/failure';
import { randomId } from '../kernel/ids';
import { closeAll } from '../kernel/others';
import type { Platform } from '../kernel/platform';
import { refuse } from '../kernel/refuse';
import type { Main } from '../kernel/serve';
import { requestIdOf } from '../kernel/serve';
import type { Database } from '../schema';
import type { Job } from '../shared/work/job';
import type { Every } from '../shared/work/rules/periods';
import { runItem } from '../shared/work/run';
import { claim, findDue, queuePeriods } from '../shared/work/store';

/** An invocation begins no step later than this: what is left of the function's life is more than a step takes. */
const RUN_MS = functionSettings.timer.timeoutSec * 1000 - 60_000;
/** After this long on one item its turn is over, and what has waited longest is next. */
const TURN_MS = 20_000;

/** True when the cloud's timer set this off: its event, one of our triggers, and nobody's identity on it. */
export function isTimerCall(event: unknown, platform: Pick<Platform, 'openid' | 'trigger'>): boolean {
  const { Type, TriggerName } = { ...(event as { Type?: unknown; TriggerName?: unknown } | null | undefined) };
  const ours = timerTriggers.some(({ name }) => name === TriggerName);
  // Clouds that name no trigger source exist; there the identity and the refusal of clients (deployment) decide.
  const source = platform.trigger() ?? 'timer';
  return Type === 'Timer' && ours && source === 'timer' && platform.openid() === undefined;
}

const isPeriodic = <J extends { every?: Every }>(job: J): job is J & { every: Every } => job.every !== undefined;

/** Takes what is due, one item after another, until nothing is or the time is over; what came of each, by its id. */
async function workThrough(
  byKind: ReadonlyMap<string, Job<Database>>,
  platform: Platform,
  requestId: string,
): Promise<Record<string, string>> {
  const { db, files } = platform;
  const now = () => platform.now();
  const results: Record<string, string> = {};
  const until = now() + RUN_MS;
  const others = closeAll(db);
  const callWechat = platform.mayCallWechat() ? platform.callWechat : undefined;
  const kinds = [...byKind.keys()];
  for (let due = await findDue(db.jobs, kinds, now()); due.length > 0; due = await findDue(db.jobs, kinds, now())) {
    for (const seen of due) {
      if (now() >= until) return results;
      const item = await claim(db.jobs, seen, randomId('l'), now());
      const job = byKind.get(seen.kind);
      if (item === undefined || job === undefined) continue;
      const turnEnds = Math.min(until, now() + TURN_MS);
      const goesOn = () => now() < turnEnds;
      results[item._id] = await runItem(item, job, {
        jobs: db.jobs,
        db,
        others,
        files,
        now,
        goesOn,
        requestId,
        callWechat,
      });
    }
  }
  return results;
}

/**
 * The timer function. Each minute it queues what the minute, the hour and the day ask for and takes what is due, what has
 * waited longest first. Fired twice at once or days late it does the same: an item is one under its id, and only one
 * invocation has its lease.
 */
export function createTimer(jobs: readonly Job<Database>[], platform: Platform): Main<Reply<Record<string, string>>> {
  const byKind = new Map(jobs.map((job) => [job.kind, job]));
  return async function main(event, cloudContext) {
    const requestId = requestIdOf(cloudContext);
    try {
      if (!isTimerCall(event, platform)) refuse('FORBIDDEN');
      await queuePeriods(platform.db.jobs, jobs.filter(isPeriodic), platform.now());
      return { ok: true, data: await workThrough(byKind, platform, requestId) };
    } catch (error) {
      const failure = toFailure(error, requestId);
      if (failure.code !== 'FORBIDDEN') logFailure(error, { requestId, action: 'timer' });
      return failure;
    }
  };
}
