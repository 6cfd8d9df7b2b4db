import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { noteClean, stateOf, useUp } from './clean';
import { connect, type Db } from './connect';
import { FolderBusyError, FolderError } from './error';
import { acquireLock } from './lock';
import { damagedFrame } from './wal';

/**
 * Version of the layout of a data folder, kept in SQLite's `user_version`. Raise it with a migration only, in
 * `database/tables/migrate.ts`.
 */
export const FORMAT_VERSION = 2;

export type { Db } from './connect';

/** An opened data folder: the one database file, the folder of stored files, and the lock on both. */
export interface Folder {
  readonly dir: string;
  readonly db: Db;
  /** Absolute path of the folder that holds uploaded files; exists. */
  readonly files: string;
  /** Tells others which port the holder of the folder answers on. */
  announce(port: number): void;
  /** Closes the database and releases the lock. Safe to call twice. */
  close(): void;
}

/** The database file of a data folder. */
export const databasePath = (dir: string): string => join(dir, 'cloudbase.db');

/** A database that an import builds; it becomes the database file when it is complete. */
export const importingPath = (dir: string): string => `${databasePath(dir)}.importing`;

/** The folder of stored files in a data folder. */
export const filesPath = (dir: string): string => join(dir, 'files');

/**
 * Opens `dir`, creating it if needed, as its only user.
 *
 * Throws FolderError when another live process holds it, when a newer version wrote it, or when the database file is
 * damaged; nothing is changed in those cases.
 */
export function openFolder(dir: string): Folder {
  const root = resolve(dir);
  const files = filesPath(root);
  try {
    mkdirSync(files, { recursive: true });
  } catch (error) {
    throw new FolderError(`无法创建数据目录 ${root}：${(error as Error).message}`);
  }
  const lock = acquireLock(root);
  try {
    const path = databasePath(root);
    // Left by an import that was killed; what was there before it is whole.
    rmSync(importingPath(root), { force: true });
    const db = openDatabase(path);
    let open = true;
    const close = (): void => {
      if (!open) return;
      open = false;
      try {
        // Everything into the one file, so that a copy of it is complete: libsql leaves this to the next opening.
        const [busy] = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').raw().get() as [number];
        db.close();
        if (busy === 0) noteClean(path);
      } finally {
        // A full disk must not keep the folder from the next one; without a note the next start checks the file.
        if (db.open) db.close();
        lock.release();
      }
    };
    return { dir: root, db, files, announce: (port) => lock.announce(port), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Opens a database file whose lock is held; throws FolderError, FolderBusyError after `busyMs`. */
export function openDatabase(path: string, busyMs?: number): Db {
  const existed = existsSync(path);
  const state = existed ? stateOf(path) : 'clean';
  if (state === 'altered') throw altered(path);
  const frame = damagedFrame(path);
  if (frame !== undefined) throw damagedLog(path, frame);
  let db: Db | undefined;
  try {
    db = connect(path, { busyMs });
    const version = (db.prepare('PRAGMA user_version').raw().get() as [number])[0];
    if (version > FORMAT_VERSION) {
      throw new FolderError(
        `数据目录由更新的版本写入（数据格式 ${version}，本程序最高支持 ${FORMAT_VERSION}）：${path}。` +
          '请升级本程序，或用 --data 换一个数据目录；本程序没有改动其中的数据。',
      );
    }
    if (state === 'unknown') checkIntegrity(db, path);
    useUp(path);
    // WAL hands every committed frame to the operating system before the call returns, so killing the process loses
    // nothing that was acknowledged. NORMAL only leaves out the fsync that a power cut would need.
    db.prepare('PRAGMA journal_mode = WAL').all();
    db.exec('PRAGMA synchronous = NORMAL');
    db.exec('PRAGMA cache_size = -32768');
    if (version === 0) db.exec(`PRAGMA user_version = ${FORMAT_VERSION}`);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof FolderError) throw error;
    const { code, message } = error as Error & { code?: unknown };
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(String(code))) throw damaged(path, message);
    if (String(code).startsWith('SQLITE_BUSY')) throw busy(path);
    throw new FolderError(
      `无法打开数据库文件 ${path}：${message}（${String(code)}）。请检查磁盘空间和目录的权限，或用 --data 换一个目录。`,
    );
  }
}

function checkIntegrity(db: Db, path: string): void {
  const row = db.prepare('PRAGMA quick_check(1)').raw().get() as [string] | undefined;
  if (row?.[0] !== 'ok') throw damaged(path, String(row?.[0]));
}

function busy(path: string): FolderError {
  return new FolderBusyError(
    `数据库文件正被另一个程序使用：${path}。请关闭打开它的程序（例如查看数据库的工具）后重试，或用 --data 换一个目录。`,
  );
}

function damaged(path: string, detail: string): FolderError {
  return new FolderError(
    `数据库文件已损坏，无法打开：${path}（${detail}）。请先备份该目录，再从最近的导出恢复，或用 --data 换一个空目录。`,
  );
}

function altered(path: string): FolderError {
  return new FolderError(
    `数据库文件已损坏，或在正常停止之后被别的程序改动：${path}（与停止时的 SHA-256 不符）。请从最近的导出恢复（import --replace），` +
      `或用 --data 换一个空目录。若是有意改动，可删除 ${path}.clean.json 后重试。`,
  );
}

function damagedLog(path: string, frame: number): FolderError {
  return new FolderError(
    `数据库日志已损坏：${path}-wal（第 ${frame} 帧）。其中已确认的写入无法全部恢复。请先备份该目录，再从最近的导出恢复（import --replace）；` +
      `或删除 ${path}-wal，回到它之前的状态。`,
  );
}
