import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { OperatorError } from '../operator-error';
import { MANIFEST_FILE } from './format';

/** Where an export is put together, and what makes it appear. */
export interface Target {
  /** Folder to write into; nobody would take it for an export. */
  readonly work: string;
  /** Puts the finished folder in its place. */
  publish(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

const PARTIAL = '.partial-';

/**
 * Throws OperatorError when an export cannot go to `dir`: it is a file, it holds something that is no export, or it
 * holds an earlier export and `force` was not given.
 */
export function checkTarget(dir: string, force: boolean): void {
  const target = resolve(dir);
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new OperatorError(`无法导出到 ${target}：它不是目录`);
  if (readdirSync(target).length === 0) return;
  if (!existsSync(join(target, MANIFEST_FILE))) {
    throw new OperatorError(`无法导出到 ${target}：其中已有别的文件。请换一个目录。`);
  }
  if (!force) throw new OperatorError(`${target} 中已有一份导出。要覆盖它，请加 --force；或换一个目录。`);
}

/** Prepares an export to `dir`. Throws OperatorError as `checkTarget` does, or when the place cannot be written. */
export function prepareTarget(dir: string, force: boolean): Target {
  checkTarget(dir, force);
  const target = resolve(dir);
  const parent = dirname(target);
  const work = `${target}${PARTIAL}${process.pid}`;
  try {
    mkdirSync(parent, { recursive: true });
    removeAbandoned(target);
    mkdirSync(work);
  } catch (error) {
    throw new OperatorError(`无法导出到 ${target}：${(error as Error).message}`);
  }
  return {
    work,
    async publish() {
      const old = `${target}.old-${process.pid}`;
      const replaces = existsSync(target);
      await syncFolder(work);
      if (replaces) await rename(target, old);
      await rename(work, target);
      await syncFolder(parent);
      if (replaces) await rm(old, { recursive: true, force: true });
    },
    discard: () => rm(work, { recursive: true, force: true }),
  };
}

/** Removes what exports to the same place left when they were killed. */
function removeAbandoned(target: string): void {
  const prefix = basename(target) + PARTIAL;
  for (const name of readdirSync(dirname(target))) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : NaN;
    if (Number.isInteger(pid) && !runs(pid)) rmSync(join(dirname(target), name), { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Makes the names in a folder durable. Windows cannot open folders, and does not need it. */
export async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  await handle.sync().finally(() => handle.close());
}
