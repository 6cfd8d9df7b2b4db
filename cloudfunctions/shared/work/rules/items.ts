import type { JobDoc } from '../collections';
import { type Every, keepMs } from './periods';

/** Longer than any step: who has not stored one for so long was killed. */
export const LEASE_MS = 120_000;
/** Runs without a step stored after which nobody tries any more. */
export const ATTEMPTS_MAX = 8;
const BACK_OFF_MS = 60_000;
const BACK_OFF_MAX_MS = 3_600_000;

/** How long after its so-many-eth run without a step stored work is tried again: a minute, then twice as long each time. */
export const backOff = (attempts: number): number => Math.min(BACK_OFF_MS * 2 ** (attempts - 1), BACK_OFF_MAX_MS);

/** Work that is due now; with a lease it is under way already. */
export const queued = (
  { kind, every }: { kind: string; every?: Every | undefined },
  key: string,
  now: number,
  lease: string | null = null,
): JobDoc => ({
  _id: `${kind}:${key}`,
  kind,
  key,
  state: 'due',
  cursor: null,
  attempts: lease === null ? 0 : 1,
  lease,
  dueAt: lease === null ? now : now + LEASE_MS,
  at: now,
  result: '',
  expiresAt: now + keepMs(every),
});

/** What work that was killed, or failed, so many times without a step stored comes to. */
export const afterFailure = (attempts: number, now: number): Pick<JobDoc, 'state' | 'dueAt' | 'lease' | 'result'> =>
  attempts >= ATTEMPTS_MAX
    ? { state: 'failed', dueAt: now, lease: null, result: 'failed' }
    : { state: 'due', dueAt: now + backOff(attempts), lease: null, result: '' };
