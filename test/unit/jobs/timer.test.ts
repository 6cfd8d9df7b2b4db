import { createTimer, isTimerCall } from '../../../cloudfunctions/jobs/timer';
import type { Database } from '../../../cloudfunctions/schema';
import { defineJob, type Job } from '../../../cloudfunctions/shared/work/job';
import { ATTEMPTS_MAX, LEASE_MS, queued } from '../../../cloudfunctions/shared/work/rules/items';
import { periodOf } from '../../../cloudfunctions/shared/work/rules/periods';
import { fakePlatform } from '../kernel/memory';

const fired = { Type: 'Timer', TriggerName: 'minute', Time: '2026-11-23T04:05:00Z', Message: '' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function setUp(given: Partial<Job<Database>> = {}) {
  const runs: number[] = [];
  const job: Job<Database> = {
    kind: 'count',
    every: 'day',
    step: (_db, { now }) => {
      runs.push(now);
      return Promise.resolve({ done: `run ${runs.length}` });
    },
    ...given,
  };
  const platform = fakePlatform();
  return { runs, platform, main: createTimer([job], platform), job };
}

/** Counts to three, a step each; `steps` are the cursors it was called with. */
function counting(kind = 'steps') {
  const steps: number[] = [];
  const job = defineJob<Database, number>({
    kind,
    step: (_db, { cursor = 0 }) => {
      steps.push(cursor);
      return Promise.resolve(cursor === 2 ? { done: 'three' } : { cursor: cursor + 1 });
    },
  });
  return { steps, job };
}

let logged: string[] = [];
beforeEach(() => {
  logged = [];
  jest.spyOn(console, 'error').mockImplementation((line: string) => void logged.push(line));
});
afterEach(() => jest.restoreAllMocks());

describe('the timer', () => {
  it('runs a daily job once in a Shanghai day, however often it fires', async () => {
    const { main, runs, platform } = setUp();
    for (let hour = 0; hour < 24; hour += 1) {
      await main(fired);
      platform.time += HOUR;
    }
    expect(runs).toHaveLength(2);
  });

  it.each([
    ['hour', HOUR],
    ['minute', MINUTE],
  ] as const)('runs a job of every %s once in each', async (every, period) => {
    const { main, runs, platform } = setUp({ every });
    for (let index = 0; index < 10; index += 1) await main(fired);
    platform.time += period;
    await main(fired);
    expect(runs).toHaveLength(2);
  });

  it('runs a job once when ten firings come at the same moment', async () => {
    const { main, runs, platform } = setUp();
    const replies = await Promise.all(Array.from({ length: 10 }, () => main(fired)));
    expect(runs).toHaveLength(1);
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(await platform.db.jobs.count({})).toBe(1);
  });

  it('catches up when it comes days late', async () => {
    const { main, runs, platform } = setUp();
    await main(fired);
    platform.time += 3 * DAY;
    await main(fired);
    expect(runs).toHaveLength(2);
  });

  it('does not begin a period while an earlier one of the same job is not over', async () => {
    const { steps, job } = counting();
    const { platform } = setUp();
    const main = createTimer([{ ...job, every: 'hour' }], platform);
    const killed = { ...queued(job, 'h1', platform.time, 'somebody'), cursor: 1 };
    await platform.db.jobs.add(killed);
    await main(fired);
    expect(steps).toEqual([]);
    platform.time += LEASE_MS;
    expect(await main(fired)).toEqual({ ok: true, data: { 'steps:h1': 'three' } });
    expect(await main(fired)).toEqual({ ok: true, data: { [`steps:${periodOf('hour', platform.time)}`]: 'three' } });
  });

  it('keeps what came of it', async () => {
    const { main, platform } = setUp();
    expect(await main(fired)).toEqual({ ok: true, data: { 'count:20261123': 'run 1' } });
    const kept = { state: 'done', result: 'run 1', at: platform.time, lease: null };
    expect(await platform.db.jobs.get('count:20261123')).toMatchObject(kept);
  });

  it('tries a failed job again a minute later and then more and more rarely, and runs the others meanwhile', async () => {
    const { job, runs, platform } = setUp();
    const tried: number[] = [];
    const start = platform.time;
    const failing: Job = {
      kind: 'failing',
      step: () => {
        tried.push((platform.time - start) / MINUTE);
        return Promise.reject(new Error('no'));
      },
    };
    await platform.db.jobs.add(queued(failing, 'x', start));
    const main = createTimer([failing, job], platform);
    expect(await main(fired)).toEqual({ ok: true, data: { 'failing:x': 'failed', 'count:20261123': 'run 1' } });
    for (let minute = 0; minute < 600; minute += 1) {
      platform.time += MINUTE;
      await main(fired);
    }
    expect(tried).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
    expect(await platform.db.jobs.get('failing:x')).toMatchObject({ state: 'failed', result: 'failed' });
    expect(logged.filter((line) => line.includes('"givenUp":true'))).toEqual(['{"job":"failing:x","givenUp":true}']);
    expect(runs).toHaveLength(1);
  });

  it('goes on where a run was killed, once its lease has lapsed, and runs the others meanwhile', async () => {
    const { job, runs, platform } = setUp();
    const { steps, job: slow } = counting();
    await platform.db.jobs.add({ ...queued(slow, 'x', platform.time, 'dead'), cursor: 1 });
    const main = createTimer([slow, job], platform);
    expect(await main(fired)).toEqual({ ok: true, data: { 'count:20261123': 'run 1' } });
    expect([steps, runs.length]).toEqual([[], 1]);
    platform.time += LEASE_MS;
    expect(await main(fired)).toEqual({ ok: true, data: { 'steps:x': 'three' } });
    expect(steps).toEqual([1, 2]);
  });

  it('gives up what was killed again and again without a step, and says so', async () => {
    const { steps, job } = counting();
    const { platform } = setUp();
    const often = { ...queued(job, 'x', platform.time, 'dead'), attempts: ATTEMPTS_MAX };
    await platform.db.jobs.add(often);
    platform.time += LEASE_MS;
    await createTimer([job], platform)(fired);
    expect(steps).toEqual([]);
    expect(await platform.db.jobs.get('steps:x')).toMatchObject({ state: 'failed' });
    expect(logged).toEqual(['{"job":"steps:x","givenUp":true}']);
  });

  it('stores no step of a run that was thought dead and has been taken over', async () => {
    const { platform } = setUp();
    const revived: Job<Database> = {
      kind: 'revived',
      step: async (db, { cursor }) => {
        if (cursor !== undefined) return { done: 'by the other' };
        await db.jobs.update({ _id: 'revived:x' }, { set: { lease: 'other' } });
        return { cursor: 1 };
      },
    };
    await platform.db.jobs.add(queued(revived, 'x', platform.time));
    expect(await createTimer([revived], platform)(fired)).toEqual({ ok: true, data: { 'revived:x': 'taken over' } });
    expect(await platform.db.jobs.get('revived:x')).toMatchObject({ cursor: null, lease: 'other' });
  });

  it('gives every item its turn: what takes long does not keep the others waiting', async () => {
    const { platform } = setUp();
    const order: string[] = [];
    const endless = (kind: string): Job => ({
      kind,
      step: () => {
        platform.time += 15_000;
        order.push(kind);
        return Promise.resolve({ cursor: 1 });
      },
    });
    const both = [endless('a'), endless('b')];
    for (const job of both) await platform.db.jobs.add(queued(job, 'x', platform.time));
    await createTimer(both, platform)(fired);
    expect(order.slice(0, 6)).toEqual(['a', 'a', 'b', 'b', 'a', 'a']);
    // The invocation ends before its life does, and whoever is next goes on.
    expect(order).toHaveLength(16);
    expect(await platform.db.jobs.find({ lease: null }, { limit: 9 })).toHaveLength(2);
  });

  it('takes what has waited longest first, and leaves what it does not know', async () => {
    const { platform } = setUp();
    const one = counting('one');
    const two = counting('two');
    await platform.db.jobs.add(queued(one.job, 'x', platform.time));
    await platform.db.jobs.add(queued(two.job, 'x', platform.time - 1));
    await platform.db.jobs.add(queued({ kind: 'unknown' }, 'x', platform.time - 2));
    const reply = await createTimer([one.job, two.job], platform)(fired);
    expect(Object.keys((reply as { data: object }).data)).toEqual(['two:x', 'one:x']);
    expect(await platform.db.jobs.get('unknown:x')).toMatchObject({ state: 'due', attempts: 0 });
  });

  it('does nothing for anybody but the cloud’s timer', async () => {
    const { main, runs, platform } = setUp();
    for (const event of [null, undefined, 'Timer', {}, { ...fired, Type: 'timer' }, { ...fired, TriggerName: 'x' }]) {
      expect(await main(event)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    }
    platform.caller = 'somebody';
    expect(await main(fired)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
    expect(runs).toHaveLength(0);
    expect(await platform.db.jobs.count({})).toBe(0);
  });

  it.each([
    ['timer', true],
    [undefined, true],
    ['tcb', false],
  ])('asks the cloud what set it off: %s', (trigger, expected) => {
    expect(isTimerCall(fired, { openid: () => undefined, trigger: () => trigger })).toBe(expected);
  });

  it('answers BUSY when the database does not', async () => {
    const { main, platform } = setUp();
    platform.db.jobs.find = () => Promise.reject(Object.assign(new Error('x'), { code: 'DATABASE_TIMEOUT' }));
    expect(await main(fired)).toMatchObject({ ok: false, code: 'BUSY' });
  });
});
