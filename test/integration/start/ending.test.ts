import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/lib/paths';
import { stackTrace } from '../../support/command';
import { serve } from '../../support/child';
import { gone, until } from '../../support/until';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-ending-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
jest.setTimeout(120_000);

/** Runs `ending-target.ts`; `stdout` may be a file descriptor instead of a pipe. */
function target(way: string, stdout: 'pipe' | number = 'pipe') {
  const args = ['--import', 'tsx', inRoot('test/integration/start/ending-target.ts'), way];
  const child = spawn(process.execPath, args, { cwd: inRoot(), stdio: ['ignore', stdout, 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const childPid = async (): Promise<number> => {
    await until(() => /child \d+/.test(output));
    return Number(/child (\d+)/.exec(output)?.[1]);
  };
  return { child, ended, childPid, output: () => output };
}

it.each<[NodeJS.Signals, number]>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])('%s in the middle of work ends its child, says so, and gives the code of the signal', async (signal, code) => {
  const { child, ended, childPid, output } = target('child');
  const pid = await childPid();
  child.kill(signal);
  expect(await ended).toBe(code);
  expect(output()).toContain('✗ 已中断');
  expect(output()).not.toContain('the next step');
  expect(output()).not.toMatch(stackTrace);
  await gone(pid);
});

it('a command that was killed leaves no child', async () => {
  const { child, ended, childPid } = target('child');
  const pid = await childPid();
  child.kill('SIGKILL');
  await gone(pid);
  await ended;
});

it('a reader that leaves early (`| head`) changes neither the work nor its exit code, and shows no stack', async () => {
  const { child, ended, output } = target('talk');
  child.stdout?.once('data', () => child.stdout?.destroy());
  expect(await ended).toBe(7);
  expect(output()).not.toMatch(/EPIPE/);
  expect(output()).not.toMatch(stackTrace);
});

const full = existsSync('/dev/full') ? it : it.skip;
full('neither does a full disk under the log', async () => {
  const { ended, output } = target('talk', openSync('/dev/full', 'w'));
  expect(await ended).toBe(7);
  expect(output()).toBe('');
});

it('a server that nobody reads any more stops cleanly', async () => {
  const { child, ended, childPid, output } = target('serve');
  await childPid();
  child.stdout?.destroy();
  expect(await ended).toBe(0);
  expect(output()).not.toMatch(stackTrace);
});

it('a signal that arrives twice, from the supervisor and through npm, is one request and stops it cleanly', async () => {
  const { child, ended, childPid } = target('stop slowly');
  await childPid();
  child.kill('SIGTERM');
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

it('a full disk in the middle of work is one line in Chinese with what to do', async () => {
  const { ended, output } = target('full');
  expect(await ended).toBe(1);
  expect(output()).toMatch(/✗ 磁盘已满，无法写入.*请腾出空间/);
  expect(output()).not.toMatch(stackTrace);
});

it.each<NodeJS.Signals>(['SIGHUP', 'SIGTERM'])(
  'npm start ends cleanly on %s, as when its terminal is closed, and gives the folder back',
  async (signal) => {
    const dataDir = join(folder, `start-${signal}`);
    const running = await serve(['scripts/run.cjs', 'start', '--port', '0', '--data', dataDir, '--latency', '0'], {});
    expect(await running.stop(signal)).toBe(0);
    expect(running.output()).toContain('已停止，数据保存在 ' + dataDir);
    expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
  },
);

it.each<NodeJS.Signals>(['SIGHUP', 'SIGTERM', 'SIGINT'])(
  'npm run emulator ends cleanly on %s: nothing stands between it and whoever ends it',
  async (signal) => {
    const dataDir = join(folder, `emulator-${signal}`);
    const running = await serve(['scripts/run.cjs', 'emulator', '--port', '0', '--data', dataDir], {});
    expect(await running.stop(signal)).toBe(0);
    expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
    await expect(fetch(running.url)).rejects.toThrow();
  },
);

it.each<NodeJS.Signals>(['SIGTERM', 'SIGKILL'])(
  'who ends npm (%s) ends the server with it, though the shell between them passes nothing on',
  async (signal) => {
    const dataDir = join(folder, `shell-${signal}`);
    const line = `"${process.execPath}" scripts/run.cjs emulator --port 0 --data "${dataDir}"; true`;
    const env = { ...process.env, NODE_ENV: undefined, npm_lifecycle_event: 'emulator' };
    const shell = spawn('sh', ['-c', line], { cwd: inRoot(), env, stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    await until(() => output.includes('ready '));
    const url = /ready (\S+)/.exec(output)?.[1] ?? '';
    shell.kill(signal);
    await until(() => !existsSync(join(dataDir, 'lock.json')));
    await expect(fetch(url)).rejects.toThrow();
  },
);
