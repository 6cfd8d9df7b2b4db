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

/** What one instance remembers of its counters. */
export interface Meter {
  /** Counts one call in memory; false when that is more than the limit allows. */
  pass(key: string, limit: RateLimit, now: number): boolean;
  /** True for a counter of the database that this instance has seen, so that it need not be added. */
  knows(id: string): boolean;
  remember(id: string): void;
}

/** Counts in memory: no round trip, exact for one instance. */
export function createMeter(maxCounters = COUNTERS_MAX): Meter {
  const counters = new Map<string, { window: number; count: number }>();
  const known = new Set<string>();
  const forgetOldest = (names: Map<string, unknown> | Set<string>) => {
    if (names.size > maxCounters) names.delete(names.keys().next().value as string);
  };
  return {
    pass(key, limit, now) {
      const window = windowOf(limit, now);
      const found = counters.get(key);
      const count = found?.window === window ? found.count + 1 : 1;
      counters.delete(key);
      counters.set(key, { window, count });
      forgetOldest(counters);
      return count <= limit.max;
    },
    knows: (id) => known.has(id),
    remember(id) {
      known.add(id);
      forgetOldest(known);
    },
  };
}

/**
 * Counts in one document of the database, which the first call adds: every call gets another number, whatever runs in
 * parallel. The number, or `undefined` when the document was removed in between. One round trip for the first call and
 * for every call of an instance that has counted here before; two for the first one of another instance.
 */
export async function countUp(
  meter: Pick<Meter, 'knows' | 'remember'>,
  id: string,
  {
    addFirst,
    increment,
  }: { addFirst: () => Promise<boolean>; increment: () => Promise<{ count: number } | undefined> },
): Promise<number | undefined> {
  if (meter.knows(id)) {
    const counted = await increment();
    if (counted !== undefined) return counted.count;
  }
  const first = await addFirst();
  meter.remember(id);
  return first ? 1 : (await increment())?.count;
}

/** Counts in the database: exactly `max` pass in a window, whatever runs in parallel. Round trips as of `countUp`. */
export async function passExactly(
  { db, meter, now }: { db: KernelDatabase; meter: Meter; now: number },
  key: string,
  limit: RateLimit,
): Promise<boolean> {
  const window = windowOf(limit, now);
  const _id = `${key}:${window}`;
  const count = await countUp(meter, _id, {
    addFirst: () => db.limits.add({ _id, count: 1, expiresAt: (window + 1) * limit.windowSec * 1000 }),
    increment: () => db.limits.updateOne({ _id }, { inc: { count: 1 } }),
  });
  return count !== undefined && count <= limit.max;
}

/** Refuses with RATE_LIMITED beyond the limit. */
export async function checkLimit(
  counting: { db: KernelDatabase; meter: Meter; now: number },
  key: string,
  limit: RateLimit,
): Promise<void> {
  const exact = limit.counted === 'exact';
  const passed = exact ? await passExactly(counting, key, limit) : counting.meter.pass(key, limit, counting.now);
  if (!passed) refuse('RATE_LIMITED');
}
