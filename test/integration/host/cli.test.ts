import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { gone, post, until } from './support';

const root = join(__dirname, '../../..');
/** Inside the project, so that the bundle finds the packages it leaves out. */
const built = join(root, '.cache', `host-cli-${process.pid}`);
let folder: string;
let port = 0;
const children: ChildProcess[] = [];

beforeAll(() => {
  buildSync({
    entryPoints: [join(root, 'emulator/main.ts')],
    outfile: join(built, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
  });
  copyFileSync(join(root, 'emulator/functions/worker.cjs'), join(built, 'worker.js'));
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-cli-'));
  for (const name of ['functions/hello', 'page']) mkdirSync(join(folder, name), { recursive: true });
  const source =
    'exports.main = async (e) => { await new Promise((d) => setTimeout(d, e.ms || 0)); return process.pid; };';
  writeFileSync(join(folder, 'functions/hello/index.js'), source);
  writeFileSync(join(folder, 'page/index.html'), 'page');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

interface Run {
  child: ChildProcess;
  out: () => string;
  err: () => string;
  /** Address from the line `ready …`. */
  ready: Promise<string>;
  exit: Promise<number | null>;
}

function run(...args: string[]): Run {
  // A process group of its own, as a shell gives it, so that a test can press Ctrl-C.
  const child = spawn(process.execPath, [join(built, 'index.js'), ...args], { cwd: folder, detached: true });
  children.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const line = /^ready (\S+)$/m.exec(out);
      if (line) resolve(line[1]!);
    });
  });
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, out: () => out, err: () => err, ready, exit };
}

const invoke = async (url: string, event: object): Promise<number> => {
  const body = { action: 'functions.invokeFunction', function_name: 'hello', request_data: JSON.stringify(event) };
  const reply = await post(url, body);
  return Number((reply.body.data as { response_data: string }).response_data);
};

/** What the emulator at this address is doing. */
async function stateOf(adminUrl: string): Promise<'idle' | 'busy' | 'stopping'> {
  const response = await fetch(adminUrl.replace('/admin', '/info'));
  if (response.status === 503) return 'stopping';
  const { services } = (await response.json()) as { services: { functions: { hello: { busy: number } } } };
  return services.functions.hello.busy > 0 ? 'busy' : 'idle';
}

test('the bundled emulator says when it is ready, runs functions, and ends with 0 on Ctrl-C', async () => {
  const { child, ready, exit } = run('--port', '0', '--functions', 'functions', '--quiet');
  const url = await ready;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin$/);
  const worker = await invoke(url, {});
  child.kill('SIGINT');
  expect(await exit).toBe(0);
  await gone(worker);
});

test("with a page too, the ready line is the first and only line on stdout and tells the SDK's address", async () => {
  const { child, ready, exit, out } = run('--port', '0', '--static', 'page', '--functions', 'functions');
  const url = await ready;
  expect(await (await fetch(url.replace('/admin', '/'))).text()).toBe('page');
  await invoke(url, {});
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
  expect(out()).toMatch(/^ready http:\/\/127\.0\.0\.1:\d+\/admin\n$/);
});

test('Ctrl-C, which reaches the workers too, lets a call under way end well', async () => {
  const { child, ready, exit } = run('--port', '0', '--latency', '0', '--functions', 'functions');
  const url = await ready;
  await invoke(url, {});
  const last = invoke(url, { ms: 500 });
  await until(async () => (await stateOf(url)) === 'busy');
  process.kill(-child.pid!, 'SIGINT');
  expect(await last).toBeGreaterThan(0);
  expect(await exit).toBe(0);
});

test('a second signal does not wait for calls under way', async () => {
  const { child, ready, exit } = run('--port', '0', '--latency', '0', '--functions', 'functions');
  const url = await ready;
  await invoke(url, {});
  const lost = invoke(url, { ms: 2500 }).catch(() => 'lost');
  await until(async () => (await stateOf(url)) === 'busy');
  child.kill('SIGTERM');
  await until(async () => (await stateOf(url)) === 'stopping');
  child.kill('SIGTERM');
  expect(await exit).toBe(1);
  expect(await lost).toBe('lost');
});

test('workers end with an emulator that was killed, also where their code keeps them busy', async () => {
  writeFileSync(
    join(folder, 'functions/hello/index.js'),
    'setInterval(() => undefined, 1000); exports.main = async () => process.pid;',
  );
  const { child, ready } = run('--port', '0', '--latency', '0', '--functions', 'functions');
  const worker = await invoke(await ready, {});
  child.kill('SIGKILL');
  await gone(worker);
});

test('a taken port ends it with 1 and says in Chinese what to do', async () => {
  const first = run('--port', '0', '--data', 'one');
  port = Number(new URL(await first.ready).port);
  const second = run('--port', String(port), '--data', 'two');
  expect(await second.exit).toBe(1);
  expect(second.err()).toContain(`端口 ${port} 已被占用`);
  expect(second.err()).not.toContain('    at ');
});

test('--json writes one JSON object a line on stderr, and leaves stdout to the ready line', async () => {
  const { child, ready, exit, out, err } = run('--port', '0', '--functions', 'functions', '--json');
  await invoke(await ready, {});
  child.kill('SIGINT');
  await exit;
  expect(out()).toMatch(/^ready \S+\n$/);
  const lines = err().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ level: 'info', scope: 'hello', requestId: expect.any(String) as string }),
  );
});

test.each([
  [['--port', 'many'], '--port 应为'],
  [['--port', '70000'], '--port 应为'],
  [['--no-such'], '无法识别的命令行'],
  [['--latency', '-1'], '--latency'],
  [['extra'], '无法识别的命令行'],
])('the command line %j ends with 2 and an explanation', async (args, message) => {
  const { exit, err } = run(...args);
  expect(await exit).toBe(2);
  expect(err()).toContain(message);
});

test('--help explains and ends with 0', async () => {
  const { exit, out } = run('--help');
  expect(await exit).toBe(0);
  expect(out()).toContain('--personas');
});
