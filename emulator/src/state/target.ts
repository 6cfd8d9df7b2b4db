import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
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

/** What follows the name of the export in that of an unfinished one, and of one that is being replaced; then the process. */
const PARTIAL = '.partial-';
const OLD = '.old-';

/** Unfinished exports of this process: one with our number that is not in here was left by a dead process. */
const writing = new Set<string>();

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
  const target = resolve(dir);
  const parent = dirname(target);
  const work = target + PARTIAL + process.pid;
  if (writing.has(work)) throw new OperatorError(`无法导出到 ${target}：另一次导出正在写入`);
  try {
    mkdirSync(parent, { recursive: true });
    for (const path of abandoned(target, PARTIAL)) rmSync(path, { recursive: true, force: true });
    for (const path of abandoned(target, OLD)) {
      // The process died before the new export was in its place, or before it removed the old one.
      if (existsSync(target)) rmSync(path, { recursive: true, force: true });
      else renameSync(path, target);
    }
  } catch (error) {
    throw failed(target, error);
  }
  checkTarget(dir, force);
  try {
    mkdirSync(work);
  } catch (error) {
    throw failed(target, error);
  }
  writing.add(work);
  return {
    work,
    async publish() {
      const old = target + OLD + process.pid;
      await syncFolder(work);
      // Others may have put something there since the beginning.
      checkTarget(dir, force);
      const replaces = existsSync(target);
      if (replaces) renameSync(target, old);
      try {
        renameSync(work, target);
      } catch (error) {
        if (replaces) renameSync(old, target);
        throw error;
      }
      writing.delete(work);
      await syncFolder(parent);
      if (replaces) await rm(old, { recursive: true, force: true });
    },
    async discard() {
      await rm(work, { recursive: true, force: true });
      writing.delete(work);
    },
  };
}

const failed = (target: string, error: unknown): OperatorError =>
  new OperatorError(`无法导出到 ${target}：${(error as Error).message}`);

/** What exports to the same place left when they were killed. */
function abandoned(target: string, mark: string): string[] {
  const prefix = basename(target) + mark;
  return readdirSync(dirname(target))
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .filter((name) => !runs(Number(name.slice(prefix.length))))
    .map((name) => join(dirname(target), name));
}

/** True for a live process other than this one, which calls this only where it has nothing of its own under way. */
function runs(pid: number): boolean {
  if (pid === process.pid) return false;
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
