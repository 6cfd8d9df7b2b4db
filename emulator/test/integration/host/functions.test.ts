import { failureOf, gone, SDK, startHost, type Host } from './support';

const functions = {
  echo: 'exports.main = async (event, context) => ({ event, context, cwd: process.cwd() });',
  who: `const tcb = require(${SDK});
    const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV });
    exports.main = async (event, context) => {
      const before = app.auth().getUserInfo().openId;
      await new Promise((done) => setTimeout(done, event.wait || 0));
      const fromContext = tcb.getCloudbaseContext(context);
      return { before, after: app.auth().getUserInfo().openId, fromContext: fromContext.WX_OPENID, userInfo: event.userInfo,
        source: fromContext.TCB_SOURCE, keys: Object.keys(process.env).filter((k) => k.startsWith('WX_')), pid: process.pid };
    };`,
  callback:
    'exports.main = (event, context, callback) => { setTimeout(() => callback(null, { viaCallback: true }), 5); };',
  nothing: 'exports.main = async () => {};',
  boom: 'exports.main = async () => { throw new TypeError("boom"); };',
  loop: 'exports.main = async (event) => { if (event.forever) for (;;); return process.pid; };',
  die: 'exports.main = async (event) => { if (event.how === "exit") process.exit(7); if (event.how === "late") { setTimeout(() => { throw new Error("late"); }, 1); await new Promise(() => {}); } if (event.how === "signal") process.kill(process.pid, "SIGKILL"); return process.pid; };',
  reject: 'exports.main = () => { Promise.reject(new Error("nobody waits")); return new Promise(() => {}); };',
  big: 'exports.main = async (event) => "x".repeat(event.size);',
  circular: 'exports.main = async () => { const a = {}; a.a = a; return a; };',
  noisy: 'exports.main = async (event) => { console.log("hello %s", event.name); console.error("bad"); return 1; };',
  broken: 'this is not JavaScript',
  noMain: 'exports.other = 1;',
  slow: 'exports.main = async (event) => { await new Promise((done) => setTimeout(done, event.ms)); return event.n; };',
  caller: `const app = require(${SDK}).init({ env: 'local' });
    exports.main = async (event) => (await app.callFunction({ name: 'who', data: { from: 'caller' } })).result;`,
  zone: 'exports.main = async () => ({ offset: new Date().getTimezoneOffset(), tz: process.env.TZ, secret: process.env.OPERATOR_SECRET, mine: process.env.MINE });',
};

let host: Host;
beforeAll(async () => {
  process.env.OPERATOR_SECRET = 'must not reach a function';
  host = await startHost(functions, {
    functionConfig: {
      loop: { timeoutSec: 1, workers: 1 },
      slow: { workers: 2, queue: 3 },
      zone: { env: { MINE: 'yes' } },
    },
  });
});
afterAll(() => host.stop());

const call = async (name: string, data: object = {}): Promise<unknown> =>
  (await host.app.callFunction({ name, data })).result;

describe('a call through the SDK', () => {
  test('gets the event and the documented context, and its result comes back as JSON', async () => {
    const result = (await call('echo', { a: [1, '二', null] })) as Record<string, Record<string, unknown>>;
    expect(result.event).toEqual({ a: [1, '二', null] });
    expect(result.context).toMatchObject({
      function_name: 'echo',
      function_version: '$LATEST',
      namespace: 'local',
      memory_limit_in_mb: 256,
      time_limit_in_ms: 3000,
    });
    expect(result.context!.request_id).toEqual(expect.any(String));
    expect(result.cwd).toContain('functions/echo');
  });

  test('may answer through the callback, and a function that returns nothing gives null', async () => {
    expect(await call('callback')).toEqual({ viaCallback: true });
    expect(await call('nothing')).toBeNull();
  });

  test('runs in UTC, with its own variables and none of the operator’s', async () => {
    expect(await call('zone')).toEqual({ offset: 0, tz: 'UTC', mine: 'yes' });
  });

  test('without data, the event is an empty object', async () => {
    const { result } = await host.app.callFunction({ name: 'echo', data: undefined });
    expect((result as { event: unknown }).event).toEqual({});
  });

  test('of a function that does not exist fails with FUNCTION_NOT_FOUND, and a name is never a path', async () => {
    for (const name of ['missing', '../functions/echo', 'echo/', 'constructor', '']) {
      const reply = host.emulator.invoke(name, {});
      expect((await failureOf(reply)).code).toBe('FUNCTION_NOT_FOUND');
    }
  });

  test('puts console output into the log with the request id of the call', async () => {
    const { requestId } = await host.emulator.invoke('noisy', { name: '书香' });
    expect(host.log).toContainEqual({ level: 'info', scope: 'noisy', message: 'hello 书香', requestId });
    expect(host.log).toContainEqual({ level: 'error', scope: 'noisy', message: 'bad', requestId });
  });
});

describe('identity', () => {
  test('reaches the function through the documented environment, the context and event.userInfo', async () => {
    const { result } = await host.emulator.invoke('who', { userInfo: { openId: 'forged' } }, { openId: 'o-1' });
    expect(result).toMatchObject({
      before: 'o-1',
      after: 'o-1',
      fromContext: 'o-1',
      source: 'wx_client',
      userInfo: { openId: 'o-1', appId: 'wx0000000000000000' },
    });
  });

  test('never mixes between parallel calls', async () => {
    const callAs = async (openId: string, wait: number): Promise<Record<string, unknown>> =>
      (await host.emulator.invoke('who', { wait }, { openId })).result as Record<string, unknown>;
    // All four workers must be up, or the calls would come one after another.
    const pids = new Set<unknown>();
    while (pids.size < 4) {
      const warmed = await Promise.all(Array.from({ length: 4 }, () => callAs('o-warm', 100)));
      for (const { pid } of warmed) pids.add(pid);
    }
    const ids = Array.from({ length: 100 }, (_, index) => `o-${index}`);
    const results = await Promise.all(ids.map((openId, index) => callAs(openId, index % 7)));
    for (const [index, result] of results.entries()) {
      expect(result).toMatchObject({ before: ids[index], after: ids[index], fromContext: ids[index] });
    }
    expect(new Set(results.map(({ pid }) => pid)).size).toBeGreaterThan(1);
  });

  test('does not outlive its call', async () => {
    await host.emulator.invoke('who', {}, { openId: 'o-before', unionId: 'u-before' });
    const { result } = await host.emulator.invoke('who', {});
    expect(result).toMatchObject({ keys: ['WX_CONTEXT_KEYS'] });
    expect((result as { before?: string }).before ?? '').toBe('');
  });

  test('goes on from function to function', async () => {
    const { result } = await host.emulator.invoke('caller', {}, { openId: 'o-chain' });
    expect(result).toMatchObject({ before: 'o-chain', source: 'wx_client,scf' });
  });
});

describe('failures', () => {
  test('an exception is FUNCTIONS_EXECUTE_FAIL with its message', async () => {
    expect(await failureOf(call('boom'))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('TypeError: boom') as string,
    });
  });

  test('an endless loop is killed at the time limit, and the next call works', async () => {
    const before = await call('loop');
    const started = Date.now();
    expect(await failureOf(call('loop', { forever: true }))).toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: expect.stringContaining('Invoking task timed out after 1 seconds') as string,
    });
    expect(Date.now() - started).toBeLessThan(10_000);
    await gone(before as number);
    expect(await call('loop')).not.toBe(before);
  });

  test.each(['exit', 'late', 'signal'])(
    'a process that dies (%s) fails its call only, and is replaced',
    async (how) => {
      expect((await failureOf(call('die', { how }))).code).toBe('FUNCTIONS_EXECUTE_FAIL');
      expect(await call('die')).toEqual(expect.any(Number));
    },
  );

  test('an unhandled rejection fails the call', async () => {
    expect(await failureOf(call('reject'))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('nobody waits') as string,
    });
  });

  test('a result above 6 MiB is refused, one below passes', async () => {
    expect(await call('big', { size: 6 * 1024 * 1024 - 2 })).toHaveLength(6 * 1024 * 1024 - 2);
    expect((await failureOf(call('big', { size: 6 * 1024 * 1024 }))).message).toContain('body size is too long');
  });

  test('a result that is not JSON is refused', async () => {
    expect((await failureOf(call('circular'))).code).toBe('FUNCTIONS_EXECUTE_FAIL');
  });

  test('a request above 6 MB is refused', async () => {
    const failure = await failureOf(call('echo', { text: 'x'.repeat(6 * 1024 * 1024) }));
    expect(failure.code).toBe('EXCEED_MAX_PAYLOAD_SIZE');
  });

  test('code that cannot be loaded fails every call with the reason, and never hangs', async () => {
    expect((await failureOf(call('broken'))).message).toContain('SyntaxError');
    expect((await failureOf(call('noMain'))).message).toContain('main');
    expect((await failureOf(call('broken'))).code).toBe('FUNCTIONS_EXECUTE_FAIL');
  });

  test('calls beyond the workers wait, and beyond the queue are refused', async () => {
    await call('slow', { ms: 0 });
    const calls = Array.from({ length: 8 }, (_, n) => host.emulator.invoke('slow', { ms: 150, n }));
    const settled = await Promise.allSettled(calls);
    const refused = settled.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const { reason } of refused) {
      expect((reason as { code: string }).code).toBe('EXCEED_CONCURRENT_REQUEST_LIMIT');
    }
    const done = settled.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.result] : []));
    expect(done).toEqual([0, 1, 2, 3, 4]);
  });
});
