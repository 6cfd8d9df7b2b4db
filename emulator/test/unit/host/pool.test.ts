import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FunctionPool } from '../../../src/functions/pool';
import type { FunctionProcess, ProcessCall } from '../../../src/functions/process';

/** A worker whose loading and calls a test settles by hand. */
class FakeProcess {
  dead = false;
  readonly calls: string[] = [];
  load!: () => void;
  failLoad!: (error: Error) => void;
  finish!: () => void;
  readonly ready = new Promise<void>((resolve, reject) => {
    this.load = resolve;
    this.failLoad = reject;
  });
  constructor(
    readonly id: string,
    private readonly onExit: (expected: boolean) => void,
  ) {}
  run(call: ProcessCall): Promise<string> {
    this.calls.push(call.id);
    return new Promise((resolve) => (this.finish = () => resolve(call.id)));
  }
  end(): void {
    this.dead = true;
  }
  exit(): void {
    this.dead = true;
    this.onExit(false);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
const bundle = join(folder, 'index.js');
afterAll(() => rmSync(folder, { recursive: true }));

let processes: FakeProcess[];
let pool: FunctionPool;

function makePool(workers: number, queue = 100): void {
  writeFileSync(bundle, '1');
  processes = [];
  const spawn = (onExit: (expected: boolean) => void): FunctionProcess => {
    const process = new FakeProcess(`w${processes.length}`, onExit);
    processes.push(process);
    return process as unknown as FunctionProcess;
  };
  pool = new FunctionPool({ bundle, workers, queue, spawn });
}

const run = (id: string, nested = false): Promise<string> =>
  pool.run(() => ({ call: { id } as ProcessCall, limitMs: 1 }), nested);

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

test('a worker has one call at a time, and calls are taken in order of arrival', async () => {
  makePool(1);
  const results = [run('a'), run('b'), run('c')];
  const [worker] = processes;
  worker!.load();
  for (const id of ['a', 'b', 'c']) {
    await settle();
    expect(worker!.calls.at(-1)).toBe(id);
    worker!.finish();
  }
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c']);
  expect(processes).toHaveLength(1);
});

test('workers are started as they are needed, up to the limit, and kept', async () => {
  makePool(2);
  const results = ['a', 'b', 'c'].map((id) => run(id));
  expect(processes).toHaveLength(2);
  for (const process of processes) process.load();
  await settle();
  expect(pool.counts()).toEqual({ workers: 2, busy: 2, waiting: 1 });
  processes[0]!.finish();
  await settle();
  processes[0]!.finish();
  processes[1]!.finish();
  await Promise.all(results);
  void run('d');
  await settle();
  expect(processes).toHaveLength(2);
});

test('a call beyond workers and queue is refused at once', async () => {
  makePool(1, 1);
  void run('a');
  processes[0]!.load();
  await settle();
  void run('b');
  await expect(run('c')).rejects.toMatchObject({ code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' });
});

test('with no queue at all, a free worker still takes a call', async () => {
  makePool(1, 0);
  const first = run('a');
  await expect(run('b')).rejects.toMatchObject({ code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' });
  processes[0]!.load();
  await settle();
  processes[0]!.finish();
  expect(await first).toBe('a');
});

test('a worker that dies is replaced for those that wait', async () => {
  makePool(1);
  void run('a');
  processes[0]!.load();
  await settle();
  void run('b');
  processes[0]!.exit();
  expect(processes).toHaveLength(2);
  processes[1]!.load();
  await settle();
  expect(processes[1]!.calls).toEqual(['b']);
});

test('a worker that is dying gets no call', async () => {
  makePool(1);
  void pool.warm();
  processes[0]!.load();
  await settle();
  processes[0]!.dead = true;
  void run('a');
  await settle();
  expect(processes[0]!.calls).toEqual([]);
  processes[0]!.exit();
  processes[1]!.load();
  await settle();
  expect(processes[1]!.calls).toEqual(['a']);
});

test('code that cannot be loaded fails one call for each attempt', async () => {
  makePool(1);
  const first = run('a');
  void run('b').catch(() => undefined);
  processes[0]!.failLoad(new Error('syntax'));
  await expect(first).rejects.toThrow('syntax');
  expect(processes).toHaveLength(2);
});

test('a changed bundle ends idle workers at once and busy ones after their call', async () => {
  makePool(2);
  const busy = run('a');
  void run('b');
  for (const process of processes) process.load();
  await settle();
  processes[1]!.finish();
  await settle();
  utimesSync(bundle, 1, 1);
  void run('c');
  await settle();
  expect(processes.map((process) => process.dead)).toEqual([false, true, false]);
  processes[0]!.finish();
  expect(await busy).toBe('a');
  await settle();
  expect(processes[0]!.dead).toBe(true);
  processes[2]!.load();
  await settle();
  expect(processes[2]!.calls).toEqual(['c']);
});

test('while a build has the file away, the old workers go on', async () => {
  makePool(1);
  void pool.warm();
  processes[0]!.load();
  await settle();
  rmSync(bundle);
  void run('a');
  await settle();
  expect(processes[0]!.calls).toEqual(['a']);
});

describe('calls for which another function waits', () => {
  async function busyPool(): Promise<void> {
    makePool(1);
    void run('a');
    processes[0]!.load();
    await settle();
  }

  test('go before others', async () => {
    await busyPool();
    void run('later');
    void run('nested', true);
    processes[0]!.finish();
    await settle();
    expect(processes[0]!.calls).toEqual(['a', 'nested']);
  });

  test('wait while a worker can still finish, get one more when none can, and it goes again afterwards', async () => {
    await busyPool();
    const nested = run('nested', true);
    await settle();
    expect(processes).toHaveLength(1);
    pool.waits('w0');
    expect(processes).toHaveLength(2);
    processes[1]!.load();
    await settle();
    processes[1]!.finish();
    expect(await nested).toBe('nested');
    await settle();
    expect(processes.map(({ dead }) => dead)).toEqual([false, true]);
  });

  test('get one more worker whatever an earlier call of that worker has left behind', async () => {
    await busyPool();
    const forgotten = pool.waits('w0');
    processes[0]!.finish();
    await settle();
    void run('b');
    await settle();
    forgotten();
    pool.waits('w0');
    void run('nested', true);
    expect(processes).toHaveLength(2);
  });

  test('are refused when twice the workers wait for each other; calls of clients go on waiting', async () => {
    await busyPool();
    void run('client');
    void run('nested', true);
    pool.waits('w0');
    processes[1]!.load();
    await settle();
    const deeper = run('deeper', true);
    pool.waits('w1');
    await expect(deeper).rejects.toMatchObject({ code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' });
    expect(pool.counts()).toEqual({ workers: 2, busy: 2, waiting: 1 });
  });
});

test('a change of a file that was loaded besides the bundle retires the workers', async () => {
  makePool(1);
  const part = join(folder, 'part.js');
  writeFileSync(part, '1');
  void pool.warm();
  processes[0]!.load();
  await settle();
  pool.watch([bundle, part]);
  void run('a');
  await settle();
  processes[0]!.finish();
  await settle();
  utimesSync(part, 1, 1);
  void run('b');
  expect(processes.map(({ dead }) => dead)).toEqual([true, false]);
});

test('a bundle that changed while it was being loaded is loaded again', () => {
  makePool(1);
  void pool.warm();
  utimesSync(bundle, 1, 1);
  pool.watch([bundle, join(folder, 'other.js')]);
  expect(processes[0]!.dead).toBe(true);
});

test('a closed pool takes only calls for which another function waits, an ended one none', async () => {
  makePool(1);
  const first = run('a');
  processes[0]!.load();
  await settle();
  pool.close();
  await expect(run('b')).rejects.toMatchObject({ code: 'SYS_ERR' });
  const nested = run('nested', true);
  expect(pool.unfinished).toBe(true);
  processes[0]!.finish();
  expect(await first).toBe('a');
  await settle();
  processes[0]!.finish();
  expect(await nested).toBe('nested');
  await settle();
  expect(pool.unfinished).toBe(false);
  void run('hangs', true);
  const waits = run('waits', true);
  await settle();
  pool.end();
  await expect(waits).rejects.toMatchObject({ code: 'SYS_ERR' });
  await expect(run('late', true)).rejects.toMatchObject({ code: 'SYS_ERR' });
  expect(processes.map(({ dead }) => dead)).toEqual([true]);
});
