import { createTimer, isTimerCall, periodOf } from '../../../cloudfunctions/jobs/timer';
import type { Job } from '../../../cloudfunctions/jobs/job';
import { fakePlatform } from '../kernel/memory';

const fired = { Type: 'Timer', TriggerName: 'hourly', Time: '2026-11-23T04:05:00Z', Message: '' };
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function setUp(given: Partial<Job> = {}) {
  const runs: number[] = [];
  const job: Job = {
    name: 'count',
    every: 'day',
    run: (_db, now) => {
      runs.push(now);
      return Promise.resolve(`run ${runs.length}`);
    },
    ...given,
  };
  const platform = fakePlatform();
  return { runs, platform, main: createTimer([job], platform), job };
}

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
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

  it('runs an hourly job once in an hour', async () => {
    const { main, runs, platform } = setUp({ every: 'hour' });
    for (let index = 0; index < 10; index += 1) await main(fired);
    platform.time += HOUR;
    await main(fired);
    expect(runs).toHaveLength(2);
  });

  it('runs a job once when ten firings come at the same moment', async () => {
    const { main, runs } = setUp();
    const replies = await Promise.all(Array.from({ length: 10 }, () => main(fired)));
    expect(runs).toHaveLength(1);
    expect(replies.filter((reply) => reply.ok && reply.data.count === 'done before')).toHaveLength(9);
  });

  it('catches up when it comes days late', async () => {
    const { main, runs, platform } = setUp();
    await main(fired);
    platform.time += 3 * DAY;
    await main(fired);
    expect(runs).toHaveLength(2);
  });

  it('keeps what came of it', async () => {
    const { main, platform } = setUp();
    expect(await main(fired)).toEqual({ ok: true, data: { count: 'run 1' } });
    expect(await platform.db.jobs.get('count:20261123')).toMatchObject({ result: 'run 1', at: platform.time });
  });

  it('tries a failed job again at the next firing an hour later, and runs the others meanwhile', async () => {
    let attempts = 0;
    const failing: Job = {
      name: 'failing',
      every: 'day',
      run: () => (++attempts === 1 ? Promise.reject(new Error('no')) : Promise.resolve('fine')),
    };
    const { job, runs, platform } = setUp();
    const main = createTimer([failing, job], platform);
    expect(await main(fired)).toEqual({ ok: true, data: { failing: 'failed', count: 'run 1' } });
    platform.time += HOUR;
    expect(await main(fired)).toMatchObject({ data: { failing: 'fine', count: 'done before' } });
    expect(runs).toHaveLength(1);
  });

  it('takes over a run that was killed, once its time is up', async () => {
    const { main, platform, runs } = setUp();
    const { time } = platform;
    await platform.db.jobs.add({ _id: 'count:20261123', at: time, result: 'running', expiresAt: time + DAY });
    platform.time = time + 60_000;
    await main(fired);
    expect(runs).toHaveLength(0);
    platform.time = time + 601_000;
    await main(fired);
    expect(runs).toHaveLength(1);
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
    platform.db.jobs.add = () => Promise.reject(Object.assign(new Error('x'), { code: 'DATABASE_TIMEOUT' }));
    expect(await main(fired)).toMatchObject({ ok: false, code: 'BUSY' });
  });

  it('names the day as Shanghai does', () => {
    expect(periodOf('day', Date.UTC(2026, 10, 22, 15, 59, 59))).toBe('20261122');
    expect(periodOf('day', Date.UTC(2026, 10, 22, 16))).toBe('20261123');
    expect(periodOf('hour', 2 * HOUR - 1)).toBe('h1');
    expect(periodOf('hour', 2 * HOUR)).toBe('h2');
  });
});
