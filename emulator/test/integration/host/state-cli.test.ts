import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCli } from './cli-support';
import { post } from './support';

const cli = useCli();
const { run } = cli;

const add = (url: string, data: object) =>
  post(url, { action: 'database.insertDocument', collectionName: 'things', data: [JSON.stringify(data)] });
const count = async (url: string): Promise<unknown> => {
  const { body } = await post(url, { action: 'database.calculateDocument', collectionName: 'things', query: '{}' });
  return (body.data as { total: number }).total;
};

/** A running emulator with one collection. */
function serve(data: string, ...more: string[]): ReturnType<typeof run> {
  writeFileSync(join(cli.folder, 'schema.json'), '{"collections":{"things":{}}}');
  return run('--port', '0', '--data', data, '--schema', 'schema.json', '--latency', '0', '--quiet', ...more);
}

const hashIn = (dir: string): unknown =>
  (JSON.parse(readFileSync(join(cli.folder, dir, 'manifest.json'), 'utf8')) as { hash: unknown }).hash;

test('export asks the emulator that runs on the folder, else it opens the folder; import and verify do the rest', async () => {
  const running = serve('one');
  const url = await running.ready;
  for (let n = 0; n < 5; n += 1) await add(url, { n });

  const online = run('export', 'online', '--data', 'one');
  expect(await online.exit).toBe(0);
  expect(online.err()).toContain('1 个集合、5 个文档、0 个文件');
  expect(online.out()).toBe('');
  const again = run('export', 'online', '--data', 'one');
  expect(await again.exit).toBe(1);
  expect(again.err()).toContain('--force');
  expect(await run('export', 'online', '--data', 'one', '--force').exit).toBe(0);
  expect(await run('import', 'online', '--data', 'one', '--replace').exit).toBe(1);

  running.child.kill('SIGINT');
  expect(await running.exit).toBe(0);
  expect(await run('export', 'offline', '--data', 'one').exit).toBe(0);
  expect(hashIn('offline')).toEqual(hashIn('online'));

  const imported = run('import', 'offline', '--data', 'two');
  expect(await imported.exit).toBe(0);
  expect(imported.err()).toContain('5 个文档');
  const verified = run('verify', '--data', 'two');
  expect(await verified.exit).toBe(0);
  expect(verified.err()).toContain('完好：5 个文档');
  const refused = run('import', 'offline', '--data', 'two');
  expect(await refused.exit).toBe(1);
  expect(refused.err()).toContain('--replace');

  const second = serve('two');
  expect(await count(await second.ready)).toBe(5);
  second.child.kill('SIGINT');
  await second.exit;
});

test('--export-on-exit has what was acknowledged to the end; --import begins with it', async () => {
  const first = serve('one', '--export-on-exit', 'state');
  await add(await first.ready, { n: 1 });
  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);
  const second = serve('fresh', '--import', 'state', '--export-on-exit', 'state', '--force');
  const url = await second.ready;
  expect(await count(url)).toBe(1);
  await add(url, { n: 2 });
  second.child.kill('SIGTERM');
  expect(await second.exit).toBe(0);
  expect(readFileSync(join(cli.folder, 'state/collections/things.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(
    2,
  );
  const third = serve('fresh', '--import', 'state');
  expect(await third.exit).toBe(1);
  expect(third.err()).toContain('--replace');
});

test('an export over HTTP is for programs of this machine that mean it: no page can ask for one', async () => {
  const running = serve('one');
  const url = (await running.ready).replace('/admin', '/emulator/export');
  const dir = join(cli.folder, 'stolen');
  const mine = { 'x-emulator-export': '1' };
  expect((await post(url, { dir })).status).toBe(403);
  expect((await post(url, { dir }, { ...mine, origin: 'http://127.0.0.1:3000' })).status).toBe(403);
  expect((await post(url, { dir: 'relative' }, mine)).status).toBe(400);
  expect((await post(url, {}, mine)).status).toBe(400);
  expect(readdirSync(cli.folder)).not.toContain('stolen');
  expect((await post(url, { dir }, mine)).status).toBe(200);
});

test('three emulators on ports and folders of their own do not see each other', async () => {
  const three = ['a', 'b', 'c'].map((name) => serve(name));
  const urls = await Promise.all(three.map(({ ready }) => ready));
  expect(new Set(urls.map((url) => new URL(url).port)).size).toBe(3);
  await Promise.all(urls.flatMap((url, nth) => Array.from({ length: (nth + 1) * 10 }, (_, n) => add(url, { _id: n }))));
  expect(await Promise.all(urls.map(count))).toEqual([10, 20, 30]);
  for (const { child } of three) child.kill('SIGINT');
  expect(await Promise.all(three.map(({ exit }) => exit))).toEqual([0, 0, 0]);
});

test('two on one folder: the second is refused and told process, port and command of the first', async () => {
  const first = serve('one');
  const { port } = new URL(await first.ready);
  const second = serve('one');
  expect(await second.exit).toBe(1);
  for (const word of [`进程 ${first.child.pid}`, `端口 ${port}`, 'index.js --port 0 --data one']) {
    expect(second.err()).toContain(word);
  }
  first.child.kill('SIGKILL');
  await first.exit;
  const third = serve('one');
  await third.ready;
});
