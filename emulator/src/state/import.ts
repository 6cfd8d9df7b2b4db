import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import { OperatorError } from '../operator-error';
import { noteClean } from '../store/clean';
import { connect, type Db } from '../store/connect';
import { FolderBusyError, FolderError } from '../store/error';
import { databasePath, filesPath, importingPath, openDatabase } from '../store/folder';
import { acquireLock } from '../store/lock';
import { FileStore } from '../storage/files';
import { buildDatabase } from './build';
import type { Manifest } from './format';
import { checkFiles, readManifest } from './manifest';
import { systemFailure } from './system-failure';
import { tableNames } from './rows';
import { syncFolder } from './target';

export interface ImportRequest {
  /** The export. */
  dir: string;
  dataDir: string;
  /** What the data folder holds gives way; otherwise it must hold nothing. */
  replace: boolean;
  /** Refuses an export of another environment, whose file ids would point nowhere. */
  env?: string;
}

/**
 * Fills a data folder from an export. Every hash is compared before anything is changed; then the new state is built
 * beside the old one, and takes its place in one step. When this throws, or the process dies, the old state is there.
 * Throws OperatorError or FolderError for what the operator must put right.
 */
export async function importState({ dir, dataDir, replace, env }: ImportRequest): Promise<Manifest> {
  const manifest = readManifest(dir);
  if (env !== undefined && env !== manifest.env) {
    throw new OperatorError(
      `这份导出属于环境 ${manifest.env}，现在的环境是 ${env}：文档中保存的文件 id 会失效。请用 --env ${manifest.env} 启动。`,
    );
  }
  await checkFiles(dir, manifest);
  const root = resolve(dataDir);
  try {
    mkdirSync(filesPath(root), { recursive: true });
  } catch (error) {
    throw new FolderError(`无法创建数据目录 ${root}：${(error as Error).message}`);
  }
  const lock = acquireLock(root);
  try {
    closeOld(root, replace);
    await fill(root, dir, manifest);
    return manifest;
  } finally {
    lock.release();
  }
}

/** Makes the old database one file. Throws when it holds something and may not be replaced. */
function closeOld(root: string, replace: boolean): void {
  const path = databasePath(root);
  if (!existsSync(path)) return;
  try {
    const db = openDatabase(path);
    try {
      if (!replace && !isEmpty(db)) {
        throw new OperatorError(
          `数据目录 ${root} 中已有数据。要用导出替换它，请加 --replace；或用 --data 换一个目录。`,
        );
      }
      db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    } finally {
      db.close();
    }
  } catch (error) {
    // A damaged folder is what an export is kept for; one in use is not.
    if (!replace || !(error instanceof FolderError) || error instanceof FolderBusyError) throw error;
  }
}

function isEmpty(db: Db): boolean {
  return tableNames(db)
    .filter(
      (name) => /^collection_\d+$/.test(name) || !/^(collection_catalog|index_|folder_|storage_settings)/.test(name),
    )
    .every((name) => db.prepare(`SELECT 1 FROM ${name} LIMIT 1`).get() === undefined);
}

async function fill(root: string, dir: string, manifest: Manifest): Promise<void> {
  const path = databasePath(root);
  const building = importingPath(root);
  rmSync(building, { force: true });
  const db = connect(building);
  try {
    await buildDatabase({ db, dir, manifest, files: filesPath(root) });
    db.close();
    const handle = await open(building, 'r+');
    await handle.sync().finally(() => handle.close());
    // The log of the old database must not be taken for one of the new.
    for (const suffix of ['-wal', '-shm', '.clean.json']) rmSync(path + suffix, { force: true });
    await rename(building, path);
    await syncFolder(root);
  } catch (error) {
    db.close();
    rmSync(building, { force: true });
    // A damaged database cannot say what it needs; the next start that can sweeps.
    await sweep(root).catch(() => undefined);
    throw systemFailure(error, `无法导入到 ${root}，其中的数据没有改变`);
  }
  await sweep(root);
  noteClean(path);
}

/** Removes stored bytes that the database does not name: the old ones, or those of an import that failed. */
async function sweep(root: string): Promise<void> {
  if (!existsSync(databasePath(root))) return;
  const db = connect(databasePath(root));
  try {
    await new FileStore(db, filesPath(root), Date.now).sweep();
  } finally {
    db.close();
  }
}
