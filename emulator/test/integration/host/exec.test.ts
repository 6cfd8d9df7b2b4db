import { chmodSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCli } from './cli-support';
import { SDK, until } from './support';

const cli = useCli();
const { run } = cli;
const WX = JSON.stringify(require.resolve('wx-server-sdk'));

/** Writes a program of a test's own, which knows nothing of the emulator. */
function program(source: string): string[] {
  const path = join(cli.folder, 'program.js');
  writeFileSync(path, source);
  return [process.execPath, path];
}

const leftovers = (): string[] => readdirSync(join(cli.folder, 'tmp'));

const USE_BOTH = `
  const tcb = require(${SDK});
  const cloud = require(${WX});
  (async () => {
    for (const app of [tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }), tcb.init({ env: 'other-name' }), tcb.init()]) {
      const db = app.database();
      await db.collection('things').add({ from: 'node-sdk' });
    }
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    await cloud.database().collection('things').add({ data: { from: 'wx' } });
    const { total } = await cloud.database().collection('things').count();
    console.log('total', total, process.env.TCB_ENV, process.env.CLOUDBASE_EMULATOR_URL);
  })();`;

test('runs a program of any project: both SDKs reach the emulator without a word about it, and stdout is theirs', async () => {
  writeFileSync(join(cli.folder, 'schema.json'), '{"collections":{"things":{}}}');
  const { exit, out, err } = run('exec', '--schema', 'schema.json', '--env', 'dev', '--', ...program(USE_BOTH));
  const code = await exit;
  expect({ code, err: err() }).toEqual({ code: 0, err: expect.any(String) as string });
  expect(out()).toMatch(/^total 4 dev http:\/\/127\.0\.0\.1:\d+\n$/);
  expect(leftovers()).toEqual([]);
});

test.each([0, 1, 7, 125])('the exit code %i of the command is its own', async (code) => {
  expect(await run('exec', '--quiet', '--', ...program(`process.exit(${code})`)).exit).toBe(code);
});

test('a command ended by a signal gives 128 and the number of the signal', async () => {
  expect(
    await run('exec', '--', ...program("process.kill(process.pid, 'SIGKILL'); setInterval(() => 0, 1000)")).exit,
  ).toBe(137);
});

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const)('%s reaches the command, and the emulator waits for its end', async (signal, code) => {
  const source = `process.on('${signal}', () => setTimeout(() => { console.log('tidied up'); process.exit(${code}); }, 200));
    setInterval(() => 0, 1000); console.log('started');`;
  const { child, out, exit } = run('exec', '--', ...program(source));
  await until(() => out().includes('started'));
  child.kill(signal);
  expect(await exit).toBe(code);
  expect(out()).toContain('tidied up');
});

test('a command that does not exist is 127, one that cannot be run is 126', async () => {
  const missing = run('exec', '--', 'no-such-command-anywhere');
  expect(await missing.exit).toBe(127);
  expect(missing.err()).toContain('没有这条命令');
  writeFileSync(join(cli.folder, 'plain'), 'x');
  chmodSync(join(cli.folder, 'plain'), 0o644);
  expect(await run('exec', '--', join(cli.folder, 'plain')).exit).toBe(126);
});

test('an emulator that cannot start is 125, and the command does not run', async () => {
  const started = join(cli.folder, 'started');
  const touch = program(`require('fs').writeFileSync(${JSON.stringify(started)}, '')`);
  const { exit, err } = run('exec', '--schema', 'nowhere.json', '--', ...touch);
  expect(await exit).toBe(125);
  expect(err()).toContain('nowhere.json');
  expect(existsSync(started)).toBe(false);
});

test('--data keeps what the command wrote, --import and --export-on-exit carry it from run to run', async () => {
  writeFileSync(join(cli.folder, 'schema.json'), '{"collections":{"things":{}}}');
  const first = run(
    'exec',
    '--schema',
    'schema.json',
    '--env',
    'dev',
    '--export-on-exit',
    'state',
    '--',
    ...program(USE_BOTH),
  );
  expect(await first.exit).toBe(0);
  const import_ = ['--import', 'state', '--env', 'dev'];
  const second = run('exec', ...import_, '--data', 'kept', '--', ...program(USE_BOTH));
  expect(await second.exit).toBe(0);
  expect(second.out()).toContain('total 8');
  const third = run('exec', '--data', 'kept', '--env', 'dev', '--', ...program(USE_BOTH));
  expect(await third.exit).toBe(0);
  expect(third.out()).toContain('total 12');
  const refused = run('exec', '--export-on-exit', 'state', '--', ...program(USE_BOTH));
  expect(await refused.exit).toBe(125);
  expect(refused.err()).toContain('--force');
});
