import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FolderError } from './error';

interface Holder {
  pid: number;
  startedAt: string;
}

/** Folders this process holds: a lock that carries our pid but is not in here was left by a dead process. */
const held = new Set<string>();

/**
 * Takes the lock file of a data folder and returns the function that gives it back.
 * A lock left by a dead process is taken over; one held by a live process is refused with FolderError.
 */
export function acquireLock(dir: string): () => void {
  const path = join(dir, 'lock.json');
  const mine = JSON.stringify({ pid: process.pid, startedAt: new Date().toISOString() } satisfies Holder);
  // Two rounds: the first may find a stale lock, which it removes; the exclusive flag decides races between starters.
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(path, mine, { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw new FolderError(`无法写入数据目录 ${dir}：${(error as Error).message}`);
      }
      const holder = readHolder(path);
      if (attempt > 0 || (holder && isAlive(holder, dir))) throw inUse(dir, path, holder);
      rmSync(path, { force: true });
    }
  }
  held.add(dir);
  return () => {
    if (held.delete(dir)) rmSync(path, { force: true });
  };
}

function readHolder(path: string): Holder | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    if (typeof value.pid === 'number') return { pid: value.pid, startedAt: String(value.startedAt) };
  } catch {
    // An unreadable lock was cut short by a crash: nobody holds it.
  }
  return undefined;
}

function isAlive(holder: Holder, dir: string): boolean {
  if (holder.pid === process.pid) return held.has(dir);
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function inUse(dir: string, path: string, holder: Holder | undefined): FolderError {
  const who = holder ? `进程 ${holder.pid}，启动于 ${holder.startedAt}` : '未知进程';
  return new FolderError(
    `数据目录正被另一个程序使用：${dir}（${who}）。请先停止它，或用 --data 换一个目录。若确认没有程序在使用，可删除 ${path} 后重试。`,
  );
}
