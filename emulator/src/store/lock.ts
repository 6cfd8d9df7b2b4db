import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FolderError } from './error';
import { alone } from './alone';
import { isRunning, processIdentity } from './process-identity';

/** Who holds a data folder, as the lock file tells it. */
export interface Holder {
  pid: number;
  startedAt: string;
  /** Tells this process from a later one with the same number, where the system can. */
  identity?: string;
  /** The command line, without what `exec` runs. */
  command?: string;
  /** Port it answers on, once it does. */
  port?: number;
}

/** A held lock. */
export interface Lock {
  /** Adds the port to what others are told. */
  announce(port: number): void;
  /** Gives the folder back. Safe to call twice. */
  release(): void;
}

/** Folders this process holds: a lock that carries our pid but is not in here was left by a dead process. */
const held = new Set<string>();

const pathOf = (dir: string): string => join(dir, 'lock.json');

/**
 * Takes the lock file of a data folder.
 * A lock left by a dead process is taken over, also where its number now belongs to another program; one held by a
 * live process is refused with FolderError, which names the holder.
 */
export function acquireLock(dir: string): Lock {
  const path = pathOf(dir);
  const mine: Holder = {
    pid: process.pid,
    startedAt: new Date().toISOString(),
    identity: processIdentity(process.pid),
    command: commandLine(),
  };
  // Between looking at a dead process's lock and replacing it nobody else may do the same: both would have the folder.
  alone(`${path}.taking`, dir, () => {
    const holder = readHolder(path);
    if (holder && isAlive(holder, dir)) throw inUse(dir, path, holder);
    write(path, mine, dir);
  });
  held.add(dir);
  return {
    announce(port) {
      write(path, { ...mine, port }, dir);
    },
    release() {
      if (!held.delete(dir)) return;
      const holder = readHolder(path);
      // The operator may have deleted it, and started something else on the folder.
      if (holder?.pid === mine.pid && holder.startedAt === mine.startedAt) rmSync(path, { force: true });
    },
  };
}

/** Whole or not at all: a half-written lock would look like one that a crash cut short. */
function write(path: string, holder: Holder, dir: string): void {
  try {
    writeFileSync(`${path}.new`, JSON.stringify(holder));
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw new FolderError(`无法写入数据目录 ${dir}：${(error as Error).message}`);
  }
}

/** The live process that holds a data folder; `undefined` when none does. */
export function holderOf(dir: string): Holder | undefined {
  const holder = readHolder(pathOf(dir));
  return holder && isAlive(holder, dir) ? holder : undefined;
}

function commandLine(): string {
  const [, script = '', ...args] = process.argv;
  const end = args.indexOf('--');
  return ['node', basename(script), ...(end === -1 ? args : args.slice(0, end))].join(' ').slice(0, 200);
}

function readHolder(path: string): Holder | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    if (typeof value.pid === 'number') return { ...value, pid: value.pid, startedAt: String(value.startedAt) };
  } catch {
    // An unreadable lock was cut short by a crash: nobody holds it.
  }
  return undefined;
}

function isAlive(holder: Holder, dir: string): boolean {
  return holder.pid === process.pid ? held.has(dir) : isRunning(holder);
}

function inUse(dir: string, path: string, holder: Holder): FolderError {
  const who = [
    `进程 ${holder.pid}`,
    `启动于 ${holder.startedAt}`,
    ...(holder.port === undefined ? [] : [`端口 ${holder.port}`]),
    ...(holder.command === undefined ? [] : [`命令 ${holder.command}`]),
  ].join('，');
  return new FolderError(
    `数据目录正被另一个程序使用：${dir}（${who}）。请先停止它，或用 --data 换一个目录。若确认没有程序在使用，可删除 ${path} 后重试。`,
  );
}
