import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { FolderError } from './error';

/** Nobody is in there for so long; what is older was left by a process that was killed. */
const LEFT_MS = 5000;

const PAUSE_MS = 5;

/**
 * Runs `work` while no other process runs its own at the same `path`, where nothing else may be; waits for others. For
 * work of a few milliseconds. Throws FolderError when `dir`, which holds the path, cannot be written.
 */
export function alone<T>(path: string, dir: string, work: () => T): T {
  while (!enter(path, dir)) {
    if (ageOf(path) > LEFT_MS) leave(path);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    return work();
  } finally {
    leave(path);
  }
}

/** Making a folder is the one step that succeeds for one process only, on every file system. */
function enter(path: string, dir: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new FolderError(`无法写入数据目录 ${dir}：${(error as Error).message}`);
  }
}

function leave(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

/** Either way: a clock that was set back must not make it wait for long. */
function ageOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? Math.abs(Date.now() - stat.mtimeMs) : 0;
}
