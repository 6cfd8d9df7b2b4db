import fc from 'fast-check';
import type { RateLimit } from '../../../contract/action';
import type { Meter } from '../../../cloudfunctions/kernel/limits';
import { checkLimit, createMeter, passExactly } from '../../../cloudfunctions/kernel/limits';
import { memoryDatabase } from './memory';

const limit = (max: number, counted: RateLimit['counted'] = 'exact'): RateLimit => ({ max, windowSec: 60, counted });

describe('rate limits', () => {
  it('let exactly n calls pass in a window, whatever runs in parallel', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 30 }), async (max, calls) => {
        const { db } = memoryDatabase();
        const instances = [createMeter(), createMeter(), createMeter()];
        const call = (_: unknown, index: number) =>
          passExactly({ db, meter: instances[index % 3] as Meter, now: 1000 }, 'a:m', limit(max));
        const passed = await Promise.all(Array.from({ length: calls }, call));
        expect(passed.filter(Boolean)).toHaveLength(Math.min(max, calls));
      }),
      { numRuns: 30 },
    );
  });

  it('count each name and each window by itself', async () => {
    const { db } = memoryDatabase();
    const meter = createMeter();
    const pass = (key: string, now: number) => passExactly({ db, meter, now }, key, limit(1));
    expect(await pass('a:m1', 1000)).toBe(true);
    expect(await pass('a:m1', 59_999)).toBe(false);
    expect(await pass('a:m2', 1000)).toBe(true);
    expect(await pass('a:m1', 60_000)).toBe(true);
  });

  it('record when a window is over, so that the timer removes it then', async () => {
    const { db } = memoryDatabase();
    await passExactly({ db, meter: createMeter(), now: 61_000 }, 'a:m1', limit(1));
    expect(await db.limits.get('a:m1:1')).toEqual({ _id: 'a:m1:1', count: 1, expiresAt: 120_000 });
  });

  it('do not let a call pass whose window was removed in between', async () => {
    const { db } = memoryDatabase();
    const lost = { ...db, limits: { ...db.limits, add: () => Promise.resolve(false) } };
    expect(await passExactly({ db: lost, meter: createMeter(), now: 0 }, 'a:m1', limit(1))).toBe(false);
  });

  it('count on when the counter that an instance knows was removed', async () => {
    const { db } = memoryDatabase();
    const meter = createMeter();
    const pass = () => passExactly({ db, meter, now: 0 }, 'a:m1', limit(1));
    expect(await pass()).toBe(true);
    await db.limits.remove({ _id: 'a:m1:0' });
    expect([await pass(), await pass()]).toEqual([true, false]);
  });

  it('cost one round trip: the first call, and every one of an instance that has counted here before', async () => {
    const { db, calls } = memoryDatabase();
    const trips = async (meter: Meter) => {
      const before = calls();
      await passExactly({ db, meter, now: 0 }, 'a:m1', limit(5));
      return calls() - before;
    };
    const [here, there] = [createMeter(), createMeter()];
    expect([await trips(here), await trips(here), await trips(there), await trips(there)]).toEqual([1, 1, 2, 1]);
  });

  it('in memory: a flood of counters forgets the oldest, which costs a round trip and no exactness', async () => {
    const { db } = memoryDatabase();
    const meter = createMeter(2);
    const pass = (key: string) => passExactly({ db, meter, now: 0 }, key, limit(1));
    for (const key of ['a', 'b', 'c']) expect(await pass(key)).toBe(true);
    expect([meter.knows('a:0'), meter.knows('c:0')]).toEqual([false, true]);
    expect(await pass('a')).toBe(false);
  });

  it('in memory: n pass in a window, for no round trip', async () => {
    const { db, calls } = memoryDatabase();
    const meter = createMeter();
    const call = (now: number) => checkLimit({ db, meter, now }, 'a:m', limit(2, 'instance'));
    await call(0);
    await call(1);
    await expect(call(2)).rejects.toThrow('RATE_LIMITED');
    await expect(call(60_000)).resolves.toBeUndefined();
    expect(calls()).toBe(0);
  });

  it('refuse with RATE_LIMITED when the database has counted enough', async () => {
    const { db } = memoryDatabase();
    const call = () => checkLimit({ db, meter: createMeter(), now: 0 }, 'a:m', limit(1));
    await call();
    await expect(call()).rejects.toThrow('RATE_LIMITED');
  });

  it('in memory: a flood of names forgets the oldest instead of filling the memory', () => {
    const meter = createMeter(3);
    const one = limit(1, 'instance');
    for (const name of ['a', 'b', 'c']) expect(meter.pass(name, one, 0)).toBe(true);
    expect(meter.pass('a', one, 0)).toBe(false);
    expect(meter.pass('d', one, 0)).toBe(true);
    expect(meter.pass('a', one, 0)).toBe(false);
    expect(meter.pass('b', one, 0)).toBe(true);
  });
});
