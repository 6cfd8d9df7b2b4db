import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { failureOf, SDK, startHost, underWay, type Host } from './support';

let host: Host;
afterEach(() => host.stop());

const result = async (name: string, event = {}): Promise<unknown> => (await host.emulator.invoke(name, event)).result;

/** A build within the clock's resolution of the last one must be seen too, so tests set the time themselves. */
function touch(name: string, secondsAhead: number): void {
  const time = new Date(Date.now() + secondsAhead * 1000);
  utimesSync(join(host.directory, 'functions', name, 'index.js'), time, time);
}

test('a rebuilt function is used from the next call on, and a call under way ends with the old code', async () => {
  host = await startHost({
    version: 'exports.main = async (e) => { await new Promise((d) => setTimeout(d, e.ms || 0)); return 1; };',
  });
  expect(await result('version')).toBe(1);
  const old = result('version', { ms: 300 });
  await underWay(host, 'version');
  host.write('version', 'exports.main = async () => 2;');
  touch('version', 10);
  expect(await result('version')).toBe(2);
  expect(await old).toBe(1);
  for (let n = 0; n < 4; n += 1) expect(await result('version')).toBe(2);
});

test('a function built after the start is found', async () => {
  host = await startHost({});
  host.write('later', 'exports.main = async () => "here";');
  expect(await result('later')).toBe('here');
});

test('a function that was broken works after it is repaired', async () => {
  host = await startHost({ repair: 'syntax error' });
  expect((await failureOf(result('repair'))).code).toBe('FUNCTIONS_EXECUTE_FAIL');
  host.write('repair', 'exports.main = async () => "fixed";');
  touch('repair', 10);
  expect(await result('repair')).toBe('fixed');
});

test('stopping lets calls under way finish, database requests included, and leaves no process behind', async () => {
  host = await startHost({
    slow: `const app = require(${SDK}).init({ env: 'local' });
      exports.main = async () => {
        await new Promise((done) => setTimeout(done, 300));
        await app.database().collection('things').doc('x').get();
        return process.pid;
      };`,
  });
  const last = result('slow');
  await underWay(host, 'slow');
  await host.emulator.stop();
  const pid = (await last) as number;
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  expect((await failureOf(result('slow'))).code).toBe('SYS_ERR');
});

test('stopping twice is one stop, and the port is free afterwards', async () => {
  host = await startHost({});
  const { port } = host.emulator;
  await Promise.all([host.emulator.stop(), host.emulator.stop()]);
  const second = await startHost({}, { port });
  await second.stop();
});

test('the record tells round trips, action and persona of each invocation, and never the openid', async () => {
  host = await startHost({
    reader: `const app = require(${SDK}).init({ env: 'local' });
      exports.main = async (event) => {
        const things = app.database().collection('things');
        await things.doc('a').get();
        await things.where({ colour: 'red' }).get();
        return 1;
      };`,
  });
  const identity = { openId: 'o-secret', persona: 'secretary' };
  const { requestId } = await host.emulator.invoke('reader', { action: 'home.load' }, identity);
  const record = host.emulator.calls.forInvocation(requestId);
  expect(record).toMatchObject({
    function: 'reader',
    action: 'home.load',
    persona: 'secretary',
    roundTrips: 2,
    finished: true,
  });
  expect(record?.database).toHaveLength(2);
  expect(host.emulator.calls.last()?.id).toBe(requestId);
  const everything = JSON.stringify([record, host.log, host.emulator.info()]);
  expect(everything).not.toContain('o-secret');
});

test('round trips of parallel invocations are counted each for its own', async () => {
  host = await startHost({
    counter: `const app = require(${SDK}).init({ env: 'local' });
      exports.main = async ({ n }) => {
        for (let i = 0; i < n; i += 1) await app.database().collection('things').doc('a').get();
      };`,
  });
  const outcomes = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => host.emulator.invoke('counter', { n })));
  const counted = outcomes.map(({ requestId }) => host.emulator.calls.forInvocation(requestId)?.roundTrips);
  expect(counted).toEqual([1, 2, 3, 4, 5, 6]);
});

test('function code sees the shifted clock, in a Date it cannot tell from the real one', async () => {
  const source = `class Later extends Date {}
    exports.main = async () => ({ now: Date.now(), iso: new Date().toISOString(), given: new Date(0).toISOString(),
      utc: Date.UTC(2026, 0, 1), isDate: new Date() instanceof Date, sub: new Later() instanceof Later,
      constructor: new Date().constructor === Date, tag: Object.prototype.toString.call(new Date()) });`;
  host = await startHost({ clock: source }, { clockOffsetMs: 86_400_000 });
  const day = 86_400_000;
  const begun = Date.now();
  const first = (await result('clock')) as Record<string, unknown>;
  expect(first.now).toBeGreaterThanOrEqual(begun + day);
  expect(first.now).toBeLessThanOrEqual(Date.now() + day);
  expect(first).toMatchObject({
    given: '1970-01-01T00:00:00.000Z',
    utc: Date.UTC(2026, 0, 1),
    isDate: true,
    sub: true,
    constructor: true,
    tag: '[object Date]',
  });
  host.emulator.setClockOffset(-day);
  const again = Date.now();
  const second = (await result('clock')) as { iso: string };
  expect(Date.parse(second.iso)).toBeGreaterThanOrEqual(again - day);
  expect(Date.parse(second.iso)).toBeLessThanOrEqual(Date.now() - day);
});
