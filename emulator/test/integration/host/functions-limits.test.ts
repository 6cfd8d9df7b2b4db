import { failureOf, SDK, startHost, until, type Host } from './support';

const functions = {
  heap: 'exports.main = async () => { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())); };',
  buffers: `exports.main = async () => {
    const all = [];
    for (let n = 0; n < 100; n += 1) {
      all.push(Buffer.alloc(4e6, 1));
      await new Promise((done) => setTimeout(done, 20));
    }
    return all.length;
  };`,
  garbage: `exports.main = async () => {
    let n = 0;
    for (let i = 0; i < 30; i += 1) n += JSON.parse(JSON.stringify(Array.from({ length: 5000 }, (_, k) => ({ k, t: 'x'.repeat(50) })))).length;
    return n;
  };`,
  flood: `exports.main = async () => {
    for (let n = 0; n < 20000; n += 1) console.log('line ' + n, 'x'.repeat(20000));
    return 1;
  };`,
  rawFlood: `exports.main = async () => { for (let n = 0; n < 20000; n += 1) process.stdout.write('y'.repeat(1000) + '\\n'); return 1; };`,
  bypass: `exports.main = async () => {
    for (let n = 0; n < 8; n += 1) {
      require('node:fs').writeSync(1, 'z'.repeat(5000) + '\\n');
      await new Promise((done) => setTimeout(done, 30));
    }
    return 1;
  };`,
  speak: `exports.main = async ({ n }) => {
    for (let k = 0; k < 5; k += 1) {
      console.log('call ' + n);
      process.stdout.write('raw ' + n + '\\n');
      await new Promise((done) => setTimeout(done, 3));
    }
    return n;
  };`,
  odd: `exports.main = async ({ what }) => {
    switch (what) {
      case 'string': throw 'a string';
      case 'undefined': throw undefined;
      case 'null': throw null;
      case 'object': throw { reason: 'an object' };
      case 'hostile': throw Object.defineProperty(new Error('x'), 'message', { get() { throw new Error('in a getter'); } });
      case 'bigint': return { n: 1n };
      case 'toJSON': return { toJSON() { throw new Error('toJSON failed'); } };
      case 'exit': process.exit(0);
      case 'abort': process.abort();
      case 'channel': return typeof process.send;
      case 'later': setTimeout(() => Promise.reject(new Error('too late')), 5); return 'replied';
      default: return { absent: undefined, date: new Date(0), nan: NaN, map: new Map([[1, 2]]), list: [undefined, () => 1] };
    }
  };`,
  recursive: `const app = require(${SDK}).init({ env: 'local', timeout: 60000 });
    exports.main = async ({ depth }) =>
      depth === 0 ? 'bottom' : (await app.callFunction({ name: 'recursive', data: { depth: depth - 1 } })).result;`,
  ping: `const app = require(${SDK}).init({ env: 'local', timeout: 60000 });
    exports.main = async ({ depth }) => (await app.callFunction({ name: 'pong', data: { depth } })).result;`,
  pong: `const app = require(${SDK}).init({ env: 'local', timeout: 60000 });
    exports.main = async ({ depth }) =>
      depth === 0 ? process.env.WX_OPENID : (await app.callFunction({ name: 'ping', data: { depth: depth - 1 } })).result;`,
  fan: `const app = require(${SDK}).init({ env: 'local', timeout: 60000 });
    exports.main = async ({ n }) => {
      const calls = Array.from({ length: n }, (_, k) => app.callFunction({ name: 'speak', data: { n: k } }));
      return (await Promise.all(calls)).map(({ result }) => result);
    };`,
};

let host: Host;
beforeAll(async () => {
  const slow = { timeoutSec: 60, workers: 2 };
  host = await startHost(functions, {
    functionConfig: {
      heap: { memoryMb: 64, timeoutSec: 60 },
      buffers: { memoryMb: 64, timeoutSec: 60 },
      garbage: { memoryMb: 64, timeoutSec: 60 },
      flood: { timeoutSec: 60 },
      rawFlood: { timeoutSec: 60 },
      odd: { timeoutSec: 10 },
      recursive: slow,
      ping: slow,
      pong: slow,
      fan: slow,
    },
  });
});
afterAll(() => host.stop());

const call = async (name: string, data: object = {}): Promise<unknown> =>
  (await host.app.callFunction({ name, data }, { timeout: 60_000 })).result;

describe('memory', () => {
  test.each(['heap', 'buffers'])('a function that takes too much of it as %s is ended with its code', async (name) => {
    expect(await failureOf(call(name))).toMatchObject({
      code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
      message: expect.stringContaining('Memory limit exceeded: 64 MB') as string,
    });
  });

  test('garbage is not what a function uses: the smallest limit is enough for it', async () => {
    expect(await call('garbage')).toBe(150_000);
  });
});

describe('output', () => {
  test.each(['flood', 'rawFlood'])('a %s is cut, and says so', async (name) => {
    expect(await call(name)).toBe(1);
    const lines = host.log.filter((entry) => entry.scope === name && entry.requestId !== undefined);
    expect(lines.length).toBeLessThan(1100);
    expect(lines.length).toBeGreaterThan(900);
    expect(lines.every(({ message }) => message.length <= 8192)).toBe(true);
    expect(lines.some(({ message }) => message.includes('is dropped'))).toBe(true);
  });

  test('what bypasses Node’s streams is cut too', async () => {
    expect(await call('bypass')).toBe(1);
    await until(() => host.log.some((entry) => entry.scope === 'bypass' && entry.message.includes('zzz')));
    await new Promise((done) => setTimeout(done, 200));
    const text = host.log.filter(({ scope }) => scope === 'bypass').map(({ message }) => message);
    expect(text.join('').length).toBeLessThan(5000);
  });

  test('every line has the request id of the call that wrote it, calls interleaving', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => ({ n, ...(await host.emulator.invoke('speak', { n })) })),
    );
    for (const { n, requestId } of outcomes) {
      const own = host.log.filter((entry) => entry.scope === 'speak' && entry.requestId === requestId);
      const said = own.map(({ message }) => message).filter((message) => / \d+$/.test(message));
      expect(said).toEqual(Array.from({ length: 10 }, (_, k) => `${k % 2 ? 'raw' : 'call'} ${n}`));
    }
  });
});

describe('results and failures of every kind', () => {
  test.each([
    ['string', 'a string'],
    ['undefined', 'undefined'],
    ['null', 'null'],
    ['object', 'an object'],
    ['hostile', ''],
    ['bigint', 'BigInt'],
    ['toJSON', 'toJSON failed'],
    ['exit', 'exited with code 0'],
    ['abort', 'exited with SIGABRT'],
  ])('%s becomes FUNCTIONS_EXECUTE_FAIL', async (what, words) => {
    expect(await failureOf(call('odd', { what }))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining(words) as string,
    });
  });

  test('what JSON cannot hold comes back as JSON has it', async () => {
    expect(await call('odd')).toEqual({ date: '1970-01-01T00:00:00.000Z', nan: null, map: {}, list: [null, null] });
  });

  test('a rejection after the reply does not change the reply, and the function goes on working', async () => {
    expect(await call('odd', { what: 'later' })).toBe('replied');
    await until(() => host.log.some((entry) => entry.message.includes('too late')));
    expect(await call('odd', { what: 'channel' })).toBe('undefined');
  });
});

describe('functions that call functions', () => {
  test('more deeply than there are workers is served, as by new instances on the cloud', async () => {
    expect(await call('recursive', { depth: 3 })).toBe('bottom');
    const { result } = await host.emulator.invoke('ping', { depth: 3 }, { openId: 'o-chain' });
    expect(result).toBe('o-chain');
  });

  test.each(['recursive', 'ping'])(
    'without an end (%s) it fails soon, and the workers are free again',
    async (name) => {
      const failures = await Promise.all([1, 2, 3].map(() => failureOf(call(name, { depth: 1e6 }))));
      for (const { message } of failures) expect(message).toContain('too many concurrent invocations');
      expect(await call('recursive', { depth: 1 })).toBe('bottom');
      const info = host.emulator.info().services as { functions: Record<string, { workers: number; busy: number }> };
      expect(info.functions[name]).toMatchObject({ busy: 0, workers: 2 });
    },
  );

  test('many at once wait their turn', async () => {
    expect(await call('fan', { n: 30 })).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });
});

describe('versions', () => {
  const invoke = (qualifier: unknown): Promise<unknown> =>
    host.app.callFunction({ name: 'odd', qualifier: qualifier as string, data: { what: 'channel' } });

  test.each(['$LATEST', '$DEFAULT', '', undefined])('%p is the code in the folder', async (qualifier) => {
    expect(await invoke(qualifier)).toMatchObject({ result: 'undefined' });
  });

  test('another one is not there', async () => {
    expect((await failureOf(invoke('7'))).code).toBe('FUNCTION_QUALIFIER_NOT_FOUND');
    expect((await failureOf(invoke({ a: 1 }))).code).toBe('INVALID_PARAM');
  });
});
