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
  await start([{ name: 'hourly', cron: '0 0 * * * * *' }]);
  expect((await host.emulator.fireTimer('hourly')).result).toHaveLength(1);
  expect((await host.emulator.fireTimer('jobs/hourly')).result).toHaveLength(2);
  const { status, body } = await post(`${host.emulator.url}/emulator/timers/jobs/hourly/fire`, '');
  expect(status).toBe(200);
  expect(body).toMatchObject({ ok: true, ms: expect.any(Number) as number });
  expect(body).not.toHaveProperty('result');
  expect(host.emulator.calls.last()).toMatchObject({ function: 'jobs', trigger: 'timer' });
});

test('firing an unknown timer, or one that fails, says so', async () => {
  await start([{ name: 'fails', cron: '0 0 * * * * *' }]);
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
  host = await startHost({});
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
