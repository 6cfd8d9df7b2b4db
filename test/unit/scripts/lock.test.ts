import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIdentity } from '@shuxiang/local-cloudbase/process';
import { withLock } from '../../../scripts/lib/lock';

const folder = mkdtempSync(join(tmpdir(), 'shuxiang-lock-'));
const file = join(folder, 'part.lock');
let said = '';

beforeEach(() => {
  said = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += String(text);
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

const nothing = () => Promise.resolve('done');

/** A process that lives until it is killed. */
function other() {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return { pid: child.pid ?? 0, end: () => (child.kill('SIGKILL'), gone) };
}

it.each(['', '{"pid":12', '0', 'null', '{}', '{"pid":"12"}', '{"pid":99999999}', `{"pid":${process.pid}}`])(
  'a lock file that holds %p keeps nobody waiting',
  async (text) => {
    writeFileSync(file, text);
    expect(await withLock(file, nothing)).toBe('done');
    expect(said).toBe('');
    expect(readdirSync(folder)).toEqual([]);
  },
);

it('a killed holder whose number belongs to another program now is not waited for', async () => {
  const stranger = other();
  writeFileSync(file, JSON.stringify({ pid: stranger.pid, identity: 'another process, of yesterday' }));
  expect(await withLock(file, nothing)).toBe('done');
  expect(said).toBe('');
  await stranger.end();
});

it('a live holder is waited for, named once, and followed when it is gone', async () => {
  const holder = other();
  writeFileSync(file, JSON.stringify({ pid: holder.pid, identity: processIdentity(holder.pid) }));
  const waiting = withLock(file, nothing);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(said).toBe(`正在等待另一个构建（进程 ${holder.pid}）……\n`);
  await holder.end();
  expect(await waiting).toBe('done');
  expect(said.match(/正在等待/g)).toHaveLength(1);
});

it('what a reader sees while the lock is held is whole, and names this very process', () =>
  withLock(file, () => {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    expect(holder).toEqual({ pid: process.pid, identity: processIdentity(process.pid) });
    return Promise.resolve();
  }));

it('is given back after work that failed', async () => {
  await expect(withLock(file, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(file)).toBe(false);
});
