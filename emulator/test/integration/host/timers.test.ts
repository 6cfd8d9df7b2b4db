import { failureOf, post, startHost, until, type Host } from './support';

const source = `
  const seen = [];
  exports.main = async (event) => {
    if (event.Type === 'Timer') seen.push({ event, source: process.env.TRIGGER_SRC, openid: process.env.WX_OPENID });
    if (event.TriggerName === 'fails') throw new Error('timer failed');
    return seen;
  };`;

let host: Host;
afterEach(() => host.stop());

const start = async (timers: { name: string; cron: string; message?: string }[], extra = {}): Promise<void> => {
  host = await startHost({ jobs: source }, { functionConfig: { jobs: { timers, workers: 1 } }, ...extra });
};

/** Only what the test fires: at the full hour a schedule would add a run of its own. */
const byHand = { timers: false };

test('a timer fires by its schedule, with the documented event and no identity', async () => {
  await start([{ name: 'everySecond', cron: '* * * * * * *', message: 'm' }]);
  await until(() => host.emulator.calls.last()?.trigger === 'timer');
  const { result } = await host.emulator.invoke('jobs', {});
  const seen = result as { event: Record<string, string>; source: string; openid?: string }[];
  expect(seen.length).toBeGreaterThanOrEqual(1);
  expect(seen[0]).toEqual({
    source: 'timer',
    event: {
      Type: 'Timer',
      TriggerName: 'everySecond',
      Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      Message: 'm',
    },
  });
});

test('schedules are read in Chinese time', async () => {
  await start([{ name: 'night', cron: '0 5 2 1 * * *' }]);
  const { timers } = (host.emulator.info().services as Record<string, { timers: { next: string }[] }>).timers!;
  const next = new Date(timers[0]!.next);
  // 02:05 on the 1st in UTC+8 is 18:05 of the day before in UTC.
  expect([next.getUTCHours(), next.getUTCMinutes()]).toEqual([18, 5]);
  expect(new Date(next.getTime() + 8 * 3_600_000).getUTCDate()).toBe(1);
});

test('a timer can be fired by hand, by name and over HTTP', async () => {
  await start([{ name: 'hourly', cron: '0 0 * * * * *' }], byHand);
  expect((await host.emulator.fireTimer('hourly')).result).toHaveLength(1);
  expect((await host.emulator.fireTimer('jobs/hourly')).result).toHaveLength(2);
  const { status, body } = await post(`${host.emulator.url}/emulator/timers/jobs/hourly/fire`, '');
  expect(status).toBe(200);
  expect(body).toMatchObject({ ok: true, ms: expect.any(Number) as number });
  expect(body).not.toHaveProperty('result');
  expect(host.emulator.calls.last()).toMatchObject({ function: 'jobs', trigger: 'timer' });
});

test('firing an unknown timer, or one that fails, says so', async () => {
  await start([{ name: 'fails', cron: '0 0 * * * * *' }], byHand);
  expect((await failureOf(host.emulator.fireTimer('nope'))).code).toBe('TIMER_NOT_FOUND');
  expect((await failureOf(host.emulator.fireTimer('fails'))).code).toBe('FUNCTIONS_EXECUTE_FAIL');
  const url = (name: string): string => `${host.emulator.url}/emulator/timers/jobs/${name}/fire`;
  expect(await post(url('nope'), '')).toMatchObject({ status: 404, body: { ok: false } });
  expect(await post(url('%zz'), '')).toMatchObject({ status: 404 });
  expect(await post(url('fails'), '')).toMatchObject({ body: { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL' } });
});

test('the event carries the shifted clock, and a shifted clock keeps schedules from running', async () => {
  await start([{ name: 'everySecond', cron: '* * * * * * *' }], { clockOffsetMs: 365 * 86_400_000 });
  await new Promise((done) => setTimeout(done, 1200));
  const { result } = await host.emulator.fireTimer('everySecond');
  const seen = result as { event: { Time: string } }[];
  expect(seen).toHaveLength(1);
  expect(Date.parse(seen[0]!.event.Time) - Date.now()).toBeGreaterThan(364 * 86_400_000);
});

test('triggers are read from config.json in the cloud’s own words', async () => {
  host = await startHost({}, byHand);
  const triggers = [{ name: 'monthly', type: 'timer', config: '0 0 2 1 * * *' }];
  host.write('jobs', source, { timeout: 5, memorySize: 128, triggers });
  await host.restart();
  expect((await host.emulator.fireTimer('monthly')).result).toHaveLength(1);
  expect(host.emulator.info().services).toMatchObject({ functions: { jobs: { timeoutSec: 5, memoryMb: 128 } } });
});

test('a schedule that the cloud would refuse is refused at the start, in Chinese', async () => {
  await start([]);
  for (const cron of ['0 5 * * *', '* * * * * *', '61 * * * * * *', 'often']) {
    await expect(
      startHost({ jobs: source }, { functionConfig: { jobs: { timers: [{ name: 't', cron }] } } }),
    ).rejects.toThrow('应为 7 段');
  }
});

test('several functions have timers of their own; a name that two have needs its function', async () => {
  const timers = [
    { name: 'first', cron: '0 0 1 * * * *' },
    { name: 'second', cron: '0 0 2 * * * *', message: 'two' },
  ];
  const reply = (n: number): string => `exports.main = async (event) => [${n}, event.TriggerName, event.Message];`;
  host = await startHost(
    { one: reply(1), two: reply(2) },
    { functionConfig: { one: { timers }, two: { timers: timers.slice(0, 1) } } },
  );
  expect((await host.emulator.fireTimer('second')).result).toEqual([1, 'second', 'two']);
  expect((await host.emulator.fireTimer('two/first')).result).toEqual([2, 'first', '']);
  expect(await failureOf(host.emulator.fireTimer('first'))).toMatchObject({
    code: 'TIMER_NOT_FOUND',
    message: expect.stringContaining('函数/触发器') as string,
  });
});

test('a timer does not wait for its run before, and a failure does not stop the next', async () => {
  // The first two runs end, in failure, only when both are under way.
  const overlapping = `const { appendFileSync, readFileSync } = require('node:fs');
    const file = require('node:path').join(__dirname, 'begun');
    exports.main = async () => {
      appendFileSync(file, 'x');
      while (readFileSync(file).length < 2) await new Promise((done) => setTimeout(done, 10));
      throw new Error('each fails');
    };`;
  const timers = [{ name: 'everySecond', cron: '* * * * * * *' }];
  host = await startHost({ overlapping }, { functionConfig: { overlapping: { timers, timeoutSec: 60 } } });
  const finished = () => host.emulator.calls.recent();
  await until(() => finished().length > 2);
  expect(finished().every(({ error }) => error === 'FUNCTIONS_EXECUTE_FAIL')).toBe(true);
});

test.each([
  [[{ name: '1st', cron: '* * * * * * *' }], '名称'],
  [[{ name: 'x'.repeat(61), cron: '* * * * * * *' }], '名称'],
  [
    [
      { name: 'a', cron: '* * * * * * *' },
      { name: 'a', cron: '0 * * * * * *' },
    ],
    '重复',
  ],
  [[{ name: 'a', cron: '* * * * * * *', message: 'x'.repeat(4097) }], '4 KB'],
  [[{ name: 'a', cron: '0 0 0 32 * * *' }], '7 段'],
  [[{ name: 'a', cron: '@daily' }], '现在是 1 段'],
])('triggers that the cloud would refuse are refused at the start (%#)', async (timers, message) => {
  await expect(startHost({ jobs: source }, { functionConfig: { jobs: { timers } } })).rejects.toThrow(message);
});
