import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmulator, type Emulator } from '../../../emulator/emulator';
import type { FunctionConfig } from '../../../emulator/functions/types';

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

/** Starts an emulator with nothing but the project's own file. */
async function start(file: unknown, functionConfig?: Record<string, FunctionConfig>): Promise<Emulator> {
  const cloudbaserc = join(project, 'cloudbaserc.json');
  writeFileSync(cloudbaserc, typeof file === 'string' ? file : JSON.stringify(file));
  const dataDir = join(project, 'data');
  emulator = await createEmulator({ port: 0, dataDir, cloudbaserc, functionConfig, log: 'quiet' });
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
