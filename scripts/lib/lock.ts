import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { alone, isRunning, processIdentity } from '@shuxiang/local-cloudbase/process';
import { say } from './say';

/** Who holds a lock file. */
interface Holder {
  pid: number;
  /** Tells this process from a later one with the same number, where the system can. */
  identity?: string;
}

/** Files this process holds: a lock with our number that is not in here was left by a dead process. */
const held = new Set<string>();
process.once('exit', () => held.forEach(release));

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs `work` while no other process does work under the same lock file: `npm start` in one window and `npm test` in
 * another must not write the same build at once. Says whom it waits for. A lock left by a dead process is taken over,
 * also where its number now belongs to another program. Throws what the system says where the folder is not writable.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  accessSync(dirname(file), constants.W_OK);
  let told: number | undefined;
  for (let holder = take(file); holder !== undefined; holder = take(file)) {
    if (holder.pid !== told) say(`正在等待另一个构建（进程 ${holder.pid}）……`);
    told = holder.pid;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    release(file);
  }
}

/** The live process that holds the file, if there is one; else it is ours now. */
function take(file: string): Holder | undefined {
  // Between looking at a dead process's lock and replacing it nobody else may do the same: both would have it.
  return alone(`${file}.taking`, dirname(file), () => {
    const holder = readHolder(file);
    if (holder && (holder.pid === process.pid ? held.has(file) : isRunning(holder))) return holder;
    const mine: Holder = { pid: process.pid, identity: processIdentity(process.pid) };
    // Whole or not at all: a reader must never see half of it.
    writeFileSync(`${file}.new`, JSON.stringify(mine));
    renameSync(`${file}.new`, file);
    held.add(file);
    return undefined;
  });
}

function release(file: string): void {
  if (held.delete(file) && readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
}

function readHolder(file: string): Holder | undefined {
  try {
    const { pid, identity } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' ? { pid, identity } : undefined;
  } catch {
    // There is none, or a crash cut it short: nobody holds it.
    return undefined;
  }
}
