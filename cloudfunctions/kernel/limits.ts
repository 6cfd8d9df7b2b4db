import type { KernelDatabase } from './collections';
import type { RateLimit } from '../../contract/action';
import { refuse } from './refuse';

/*
 * Rate limits count in fixed windows of the clock: at most `max` in each window.
 */

/** Most counters one instance keeps; beyond it the oldest goes, so that memory stays bounded. */
const COUNTERS_MAX = 10_000;

/** The window an instant lies in, by its number since the epoch. */
export const windowOf = (limit: RateLimit, now: number): number => Math.floor(now / (limit.windowSec * 1000));

export interface Meter {
  /** Counts one call; false when that is more than the limit allows. */
  pass(key: string, limit: RateLimit, now: number): boolean;
}

/** Counts in memory: no round trip, exact for one instance. */
export function createMeter(maxCounters = COUNTERS_MAX): Meter {
  const counters = new Map<string, { window: number; count: number }>();
  return {
    pass(key, limit, now) {
      const window = windowOf(limit, now);
      const found = counters.get(key);
      const count = found?.window === window ? found.count + 1 : 1;
      counters.delete(key);
      counters.set(key, { window, count });
      if (counters.size > maxCounters) counters.delete(counters.keys().next().value as string);
      return count <= limit.max;
    },
  };
}

/**
 * Counts in one document, which the first call adds: every increment gives another number, whatever runs in parallel.
 * The number, or `undefined` when the document was removed in between. One round trip, two or three for the first.
 */
export async function countUp(
  increment: () => Promise<{ count: number } | undefined>,
  addFirst: () => Promise<boolean>,
): Promise<number | undefined> {
  const known = await increment();
  if (known !== undefined) return known.count;
  return (await addFirst()) ? 1 : (await increment())?.count;
}

/**
 * Counts in the database: exactly `max` pass in a window, whatever runs in parallel. One round trip, two or three
 * for the first call of a window.
 */
export async function passExactly(db: KernelDatabase, key: string, limit: RateLimit, now: number): Promise<boolean> {
  const window = windowOf(limit, now);
  const _id = `${key}:${window}`;
  const count = await countUp(
    () => db.limits.updateOne({ _id }, { inc: { count: 1 } }),
    () => db.limits.add({ _id, count: 1, expiresAt: (window + 1) * limit.windowSec * 1000 }),
  );
  return count !== undefined && count <= limit.max;
}

/** Refuses with RATE_LIMITED beyond the limit. */
export async function checkLimit(
  { db, meter, now }: { db: KernelDatabase; meter: Meter; now: number },
  key: string,
  limit: RateLimit,
): Promise<void> {
  const passed = limit.counted === 'exact' ? await passExactly(db, key, limit, now) : meter.pass(key, limit, now);
  if (!passed) refuse('RATE_LIMITED');
}
