import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderError } from '../../../src/store/error';
import { openFolder } from '../../../src/store/folder';
import { acquireLock, holderOf, type Holder } from '../../../src/store/lock';
import { processIdentity } from '../../../src/store/process-identity';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'lock-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const leave = (holder: Partial<Holder>): void => writeFileSync(join(dir, 'lock.json'), JSON.stringify(holder));

/** Another live process, for as long as the test lasts. */
async function withProcess(work: (pid: number) => void): Promise<void> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  await once(child, 'spawn');
  try {
    work(child.pid!);
  } finally {
    child.kill('SIGKILL');
  }
}

test('the refusal names process, time, port and command of the holder', () =>
  withProcess((pid) => {
    leave({ pid, startedAt: '2026-11-01', identity: processIdentity(pid), port: 8399, command: 'node emulator' });
    for (const word of [`进程 ${pid}`, '2026-11-01', '端口 8399', '命令 node emulator']) {
      expect(() => acquireLock(dir)).toThrow(word);
    }
    expect(() => acquireLock(dir)).toThrow(FolderError);
    expect(holderOf(dir)).toMatchObject({ pid, port: 8399 });
  }));

test('a lock whose number belongs to another program by now is taken over', () =>
  withProcess((pid) => {
    leave({ pid, startedAt: 'long ago', identity: 'another-boot 12345' });
    const expected = processIdentity(pid) === undefined;
    expect(holderOf(dir) !== undefined).toBe(expected);
    if (!expected) acquireLock(dir).release();
  }));

test('a lock of an older version, which tells no identity, is respected while its process lives', () =>
  withProcess((pid) => {
    leave({ pid, startedAt: 'x' });
    expect(() => acquireLock(dir)).toThrow(FolderError);
  }));

test('the port is told once it is known, and nothing is left after the release', () => {
  const lock = acquireLock(dir);
  lock.announce(1234);
  expect(holderOf(dir)).toMatchObject({ pid: process.pid, port: 1234 });
  expect(JSON.parse(readFileSync(join(dir, 'lock.json'), 'utf8'))).toMatchObject({ port: 1234 });
  lock.release();
  lock.release();
  expect(existsSync(join(dir, 'lock.json'))).toBe(false);
  expect(holderOf(dir)).toBeUndefined();
});

test('what exec runs, which may hold a secret, is not in the lock', () => {
  const { argv } = process;
  process.argv = ['node', '/x/emulator.js', 'exec', '--env', 'a', '--', 'deploy', '--token', 'secret'];
  try {
    const lock = acquireLock(dir);
    expect(holderOf(dir)?.command).toBe('node emulator.js exec --env a');
    lock.release();
  } finally {
    process.argv = argv;
  }
});

test('what a process left that was killed while it took the folder holds nobody up for long', () => {
  const taking = join(dir, 'lock.json.taking');
  mkdirSync(taking);
  const past = new Date(Date.now() - 10_000);
  utimesSync(taking, past, past);
  acquireLock(dir).release();
  expect(readdirSync(dir)).toEqual([]);
});

test('a folder that somebody else took after its lock was deleted by hand is not given back by the first', () =>
  withProcess((pid) => {
    const first = acquireLock(dir);
    leave({ pid, startedAt: 'x', identity: processIdentity(pid) });
    first.release();
    expect(holderOf(dir)).toMatchObject({ pid });
  }));

test('a folder is given back though its disk takes no note of the closing any more', () => {
  const folder = openFolder(dir);
  mkdirSync(join(dir, 'cloudbase.db.clean.json'));
  expect(() => folder.close()).toThrow('EISDIR');
  rmdirSync(join(dir, 'cloudbase.db.clean.json'));
  openFolder(dir).close();
});
