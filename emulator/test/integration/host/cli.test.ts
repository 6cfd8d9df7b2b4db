import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Overview } from '../../../src/console/types';
import { useCli } from './cli-support';
import { gone, post, until } from './support';

const cli = useCli();
const { run } = cli;

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
  const finish = join(cli.folder, 'finish');
  const last = invoke(url, { until: finish });
  await until(async () => (await stateOf(url)) === 'busy');
  process.kill(-child.pid!, 'SIGINT');
  await until(async () => (await stateOf(url)) === 'stopping');
  writeFileSync(finish, '');
  expect(await last).toBeGreaterThan(0);
  expect(await exit).toBe(0);
});

test('a terminal that is closed ends it with 0, and the folder is given back', async () => {
  const { child, ready, exit } = run('--port', '0', '--quiet');
  await ready;
  child.kill('SIGHUP');
  expect(await exit).toBe(0);
  expect(existsSync(join(cli.folder, '.data/lock.json'))).toBe(false);
});

test('a log that nobody reads any more ends it as a closed terminal does, without a crash', async () => {
  const { child, ready, exit } = run('--port', '0', '--latency', '0', '--verbose');
  const url = await ready;
  child.stderr?.destroy();
  const asked = { action: 'database.addCollection', collectionName: 'things' };
  await until(() =>
    post(url, asked).then(
      () => false,
      () => true,
    ),
  );
  expect(await exit).toBe(0);
  expect(existsSync(join(cli.folder, '.data/lock.json'))).toBe(false);
});

test('a second signal does not wait for calls under way', async () => {
  const { child, ready, exit } = run('--port', '0', '--latency', '0', '--functions', 'functions');
  const url = await ready;
  await invoke(url, {});
  const lost = invoke(url, { until: join(cli.folder, 'never') }).catch(() => 'lost');
  await until(async () => (await stateOf(url)) === 'busy');
  child.kill('SIGTERM');
  await until(async () => (await stateOf(url)) === 'stopping');
  child.kill('SIGTERM');
  expect(await exit).toBe(1);
  expect(await lost).toBe('lost');
});

test('workers end with an emulator that was killed, also where their code keeps them busy', async () => {
  writeFileSync(
    join(cli.folder, 'functions/hello/index.js'),
    'setInterval(() => undefined, 1000); exports.main = async () => process.pid;',
  );
  const { child, ready } = run('--port', '0', '--latency', '0', '--functions', 'functions');
  const worker = await invoke(await ready, {});
  child.kill('SIGKILL');
  await gone(worker);
});

test('a taken port ends it with 1 and says in Chinese what to do', async () => {
  const first = run('--port', '0', '--data', 'one');
  const port = Number(new URL(await first.ready).port);
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
  [['--no-such'], '无法识别的命令行：没有选项 --no-such\n'],
  [['--port'], '选项 --port 缺少值'],
  [['--quiet=1'], '选项 --quiet 不带值'],
  [['--latency', '-1'], '--latency'],
  [['extra'], '无法识别的命令行'],
])('the command line %j ends with 2 and an explanation', async (args, message) => {
  const { exit, err } = run(...args);
  expect(await exit).toBe(2);
  expect(err()).toContain(message);
});

test.each([
  [['--functions', 'nowhere'], 'nowhere'],
  [['--schema', 'nowhere.json'], '无法读取集合声明文件 nowhere.json'],
  [['--static', 'nowhere'], 'nowhere'],
  [['--data', 'page/index.html'], '无法创建数据目录'],
  [['--env', 'A'], '环境 id'],
])('%j, which cannot work, ends with 1, a message in Chinese and no stack', async (args, message) => {
  const { exit, err, out } = run('--port', '0', ...args);
  expect(await exit).toBe(1);
  expect(err()).toContain(message);
  expect(err()).toMatch(/[\u4e00-\u9fff]/);
  expect(err()).not.toContain('    at ');
  expect(out()).toBe('');
});

test('a query without an index is a warning in the log, and --verbose tells every database call', async () => {
  const { child, ready, exit, err } = run('--port', '0', '--verbose');
  const url = await ready;
  const call = (action: string, more: object) =>
    post(url, { action: `database.${action}`, collectionName: 'things', ...more });
  await call('addCollection', {});
  await call('insertDocument', { data: ['{"colour":"red"}'] });
  for (let n = 0; n < 3; n += 1) await call('getDocument', { query: '{"colour":"red"}', queryType: 'WHERE' });
  child.kill('SIGINT');
  await exit;
  const lines = err().trimEnd().split('\n');
  expect(lines.filter((line) => line.includes('警告'))).toEqual([
    expect.stringMatching(/没有索引可用的查询：getDocument things \{colour\} 索引 无 检查 1 返回 1/),
  ]);
  expect(lines.filter((line) => /getDocument things .*检查 1 返回 1 [\d.]+ms$/.test(line))).toHaveLength(3);
  expect(err()).not.toContain('red');
});

test('without --latency every database call takes at least 20 ms longer, with 0 nothing is added', async () => {
  const start = async (...args: string[]): Promise<{ added: number; took: number }> => {
    const { child, ready, exit } = run('--port', '0', '--quiet', ...args);
    const url = await ready;
    const overview = (await (await fetch(url.replace('/admin', '/console/api/overview'))).json()) as Overview;
    await post(url, { action: 'database.addCollection', collectionName: 'things' });
    const count = { action: 'database.calculateDocument', collectionName: 'things', query: '{}' };
    const started = performance.now();
    for (let n = 0; n < 10; n += 1) await post(url, count);
    const took = performance.now() - started;
    child.kill('SIGINT');
    await exit;
    return { added: overview.latencyMs, took };
  };
  const { added, took } = await start();
  expect(added).toBe(20);
  // A timer may fire up to a millisecond early; there is no upper bound that a busy machine would keep.
  expect(took).toBeGreaterThanOrEqual(190);
  expect((await start('--latency', '0')).added).toBe(0);
});

test('--version tells the version', async () => {
  const { exit, out } = run('--version');
  expect(await exit).toBe(0);
  expect(out()).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('--help explains and ends with 0', async () => {
  const { exit, out } = run('--help');
  expect(await exit).toBe(0);
  expect(out()).toContain('--personas');
});
