import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../../../src/emulator';
import type { FunctionConfig } from '../../../src/functions/types';
import type { LogEntry } from '../../../src/log';

const echo = `exports.main = async (event, context) => ({ path: event.path, colour: process.env.COLOUR,
  limit: context.time_limit_in_ms, memory: context.memory_limit_in_mb, key: process.env.KEY });`;

let project: string;
let emulator: Emulator | undefined;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'host-project-'));
  for (const name of ['api', 'job']) {
    mkdirSync(join(project, 'cloudfunctions', name), { recursive: true });
    writeFileSync(join(project, 'cloudfunctions', name, 'index.js'), echo);
  }
});
afterEach(async () => {
  await emulator?.stop();
  emulator = undefined;
  rmSync(project, { recursive: true });
});

/** Writes the project's file with a time of its own: two writes within the clock's resolution look alike. */
let seconds = 0;
function write(file: unknown): string {
  const path = join(project, 'cloudbaserc.json');
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  seconds += 10;
  const time = new Date(Date.now() + seconds * 1000);
  utimesSync(path, time, time);
  return path;
}

/** Starts an emulator with nothing but the project's own file. */
let log: LogEntry[];
async function start(file: unknown, functionConfig?: Record<string, FunctionConfig>): Promise<Emulator> {
  log = [];
  const [dataDir, cloudbaserc] = [join(project, 'data'), write(file)];
  emulator = await createEmulator({ port: 0, dataDir, cloudbaserc, functionConfig, log: (entry) => log.push(entry) });
  return emulator;
}

const complete = {
  version: '2.0',
  envId: '{{env.ENV_ID}}',
  functionRoot: './cloudfunctions',
  functions: [
    {
      ...{ name: 'api', handler: 'index.main', runtime: 'Nodejs18.15', installDependency: true, timeout: 7 },
      ...{ memorySize: 128, envVariables: { COLOUR: 'red', KEY: '{{env.HOST_TEST_KEY}}' } },
    },
    { name: 'job', triggers: [{ name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }] },
  ],
  gateway: {
    routes: [
      { path: '/api', target: 'function:api' },
      { path: '/whole', target: 'function:api', enablePathTransmission: true },
      { path: '/', target: 'hosting:site' },
    ],
  },
};

test('a project’s own cloudbaserc.json is enough: folder, limits, variables, triggers and routes', async () => {
  process.env.HOST_TEST_KEY = 'k-1';
  const running = await start(complete);
  const { url } = running;
  expect((await running.invoke('api', {})).result).toEqual({ colour: 'red', limit: 7000, memory: 128, key: 'k-1' });
  expect((await running.fireTimer('nightly')).result).toMatchObject({ limit: 3000 });
  expect(await (await fetch(`${url}/http/api/x`)).json()).toMatchObject({ path: '/x' });
  expect(await (await fetch(`${url}/http/whole/x`)).json()).toMatchObject({ path: '/whole/x' });
  expect((await fetch(`${url}/http/`)).status).toBe(404);
});

test('what config.json says holds where cloudbaserc.json says nothing, and a caller’s settings hold before both', async () => {
  writeFileSync(join(project, 'cloudfunctions/api/config.json'), '{"timeout":20,"envVariables":{"KEY":"own"}}');
  const file = { ...complete, functions: [{ name: 'api', timeout: 7, memorySize: 128 }] };
  const running = await start(file, { api: { memoryMb: 512 } });
  expect((await running.invoke('api', {})).result).toMatchObject({ limit: 7000, key: 'own', memory: 512 });
});

test('a change of the file counts from the next call on: limits, variables, routes and triggers', async () => {
  const running = await start(complete);
  expect((await running.invoke('api', {})).result).toMatchObject({ colour: 'red', limit: 7000 });
  write({
    functions: [
      { name: 'api', timeout: 9, envVariables: { COLOUR: 'blue' } },
      { name: 'job', triggers: [{ name: 'weekly', type: 'timer', config: '0 0 2 * * 1 *' }] },
    ],
    gateway: { routes: [{ path: '/moved', target: 'function:api' }] },
  });
  expect((await running.invoke('api', {})).result).toMatchObject({ colour: 'blue', limit: 9000, memory: 256 });
  expect(await (await fetch(`${running.url}/http/moved/x`)).json()).toMatchObject({ path: '/x' });
  expect((await fetch(`${running.url}/http/api/x`)).status).toBe(404);
  expect((await running.fireTimer('weekly')).result).toMatchObject({ limit: 3000 });
});

test('a change concerns the functions it names: workers of the others go on, warm', async () => {
  const count = 'let n = 0; exports.main = async () => [process.env.COLOUR ?? null, (n += 1)];';
  for (const name of ['api', 'job']) writeFileSync(join(project, 'cloudfunctions', name, 'index.js'), count);
  const file = { functionRoot: 'cloudfunctions', functions: [{ name: 'api' }, { name: 'job', timeout: 5 }] };
  const running = await start(file);
  for (const n of [1, 2]) {
    expect((await running.invoke('api', {})).result).toEqual([null, n]);
    expect((await running.invoke('job', {})).result).toEqual([null, n]);
  }
  write({ ...file, functions: [{ name: 'api', envVariables: { COLOUR: 'red' } }, file.functions[1]] });
  expect((await running.invoke('api', {})).result).toEqual(['red', 1]);
  expect((await running.invoke('job', {})).result).toEqual([null, 3]);
});

test('a mistake in the changed file is told once, and what held before holds until it is mended', async () => {
  const running = await start(complete);
  for (const mistake of ['{"functions": [', { functions: {} }]) {
    log.length = 0;
    write(mistake);
    for (let call = 0; call < 3; call += 1) {
      expect((await running.invoke('api', {})).result).toMatchObject({ colour: 'red', limit: 7000 });
    }
    expect(log.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      expect.stringMatching(/cloudbaserc\.json：.*仍用原来的配置$/),
    ]);
  }
  write({ ...complete, functions: [{ name: 'api', timeout: 8 }] });
  expect((await running.invoke('api', {})).result).toMatchObject({ limit: 8000 });
});

test.each([
  ['{', '无法读取'],
  ['[]', '应是一个对象'],
  [{ functions: {} }, 'functions 应是一个数组'],
  [{ functions: [{}] }, '应有 name'],
  [{ functions: [{ name: 'api', triggers: {} }] }, 'triggers 应是一个数组'],
  [{ functions: [{ name: 'api', triggers: [7] }] }, 'triggers 的每一项应是一个对象'],
  [{ functions: [{ name: 'api', envVariables: { A: 1 } }] }, 'envVariables 的 A 应是文字'],
  [{ functions: [{ name: 'api', clientCallable: 'no' }] }, 'clientCallable'],
  [{ functions: [{ name: 'api', timeout: '7' }], functionRoot: 'cloudfunctions' }, 'timeoutSec 应在'],
  [{ gateway: { routes: {} } }, 'gateway.routes 应是一个数组'],
  [{ gateway: { routes: [{ path: '/a' }] } }, '应有 target'],
  [{ functionRoot: 'nowhere' }, '无法读取云函数目录'],
])('a file like %j is refused at the start, in Chinese', async (file, message) => {
  await expect(start(file)).rejects.toThrow(message);
});
