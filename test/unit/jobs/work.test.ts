import { closeAll } from '../../../cloudfunctions/kernel/others';
import type { Database } from '../../../cloudfunctions/schema';
import { defineJob, queueWork, startWork } from '../../../cloudfunctions/shared/work/public';
import { afterFailure, ATTEMPTS_MAX, backOff, LEASE_MS, queued } from '../../../cloudfunctions/shared/work/rules/items';
import { keepMs, periodOf } from '../../../cloudfunctions/shared/work/rules/periods';
import { memoryDatabase } from '../kernel/memory';
import { memoryFiles } from '../../support/files';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 10, 23, 4);

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => jest.restoreAllMocks());

/** Counts to `end`, a step each. */
const countingTo = (end: number, steps: number[] = []) =>
  defineJob<Database, number>({
    kind: 'count',
    step: (_db, { cursor = 0 }) => {
      steps.push(cursor);
      return Promise.resolve(cursor + 1 >= end ? { done: `counted ${end}` } : { cursor: cursor + 1 });
    },
  });

function arrange() {
  const { db, calls } = memoryDatabase();
  return { db, calls, context: { db, others: closeAll(db), files: memoryFiles(), now, requestId: 'r' } };
}

describe('work started by a call', () => {
  it('is over with the call when it is small', async () => {
    const { db, calls, context } = arrange();
    expect(await startWork(context, countingTo(1), 'x')).toBe('counted 1');
    expect(calls()).toBe(2);
    expect(await db.jobs.get('count:x')).toMatchObject({ state: 'done', result: 'counted 1', lease: null });
  });

  it('is left to the timer at once when it is not', async () => {
    const { db, context } = arrange();
    const steps: number[] = [];
    expect(await startWork(context, countingTo(9, steps), 'x')).toBe('paused');
    expect(steps).toEqual([0, 1]);
    expect(await db.jobs.get('count:x')).toMatchObject({ state: 'due', cursor: 2, lease: null, dueAt: now });
  });

  it('is done once under one key, however often it is asked for', async () => {
    const { context, db } = arrange();
    const steps: number[] = [];
    const started = await Promise.all([1, 2, 3].map(() => startWork(context, countingTo(1, steps), 'x')));
    expect(started.sort()).toEqual(['counted 1', 'known', 'known']);
    expect(await queueWork(context.others, countingTo(1), 'x', now)).toBe(false);
    expect(await queueWork(context.others, countingTo(1), 'y', now)).toBe(true);
    expect(steps).toHaveLength(1);
    expect(await db.jobs.count({})).toBe(2);
  });

  it('does not fail the call when a step does: the timer tries again', async () => {
    const { db, context } = arrange();
    const broken = defineJob<Database>({ kind: 'broken', step: () => Promise.reject(new Error('no')) });
    expect(await startWork(context, broken, 'x')).toBe('failed');
    expect(await db.jobs.get('broken:x')).toMatchObject({
      state: 'due',
      attempts: 1,
      dueAt: now + 60_000,
      lease: null,
    });
  });
});

describe('the rules of work', () => {
  it('name a period as Shanghai does', () => {
    expect(periodOf('day', Date.UTC(2026, 10, 22, 15, 59, 59))).toBe('20261122');
    expect(periodOf('day', Date.UTC(2026, 10, 22, 16))).toBe('20261123');
    expect(periodOf('hour', 2 * HOUR - 1)).toBe('h1');
    expect(periodOf('hour', 2 * HOUR)).toBe('h2');
    expect(periodOf('minute', 59_999)).toBe('m0');
    expect(periodOf('minute', 60_000)).toBe('m1');
  });

  it('keep the record of a minute a day, and others for forty', () => {
    expect(keepMs('minute')).toBe(24 * HOUR);
    for (const every of ['hour', 'day', undefined] as const) expect(keepMs(every)).toBe(40 * 24 * HOUR);
  });

  it('queue what is due now, or under way with a lease that lapses', () => {
    expect(queued({ kind: 'k' }, 'x', now)).toMatchObject({ _id: 'k:x', attempts: 0, lease: null, dueAt: now });
    const held = { attempts: 1, lease: 'me', dueAt: now + LEASE_MS };
    expect(queued({ kind: 'k' }, 'x', now, 'me')).toMatchObject(held);
  });

  it('wait twice as long after each failure up to an hour, and end after the last', () => {
    expect([1, 2, 3, 6, 7, 20].map((attempts) => backOff(attempts) / 60_000)).toEqual([1, 2, 4, 32, 60, 60]);
    expect(afterFailure(ATTEMPTS_MAX - 1, now)).toMatchObject({ state: 'due', dueAt: now + HOUR });
    expect(afterFailure(ATTEMPTS_MAX, now)).toMatchObject({ state: 'failed' });
  });
});
