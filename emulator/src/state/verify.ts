import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Catalog } from '../database/tables/catalog';
import { Sql } from '../database/tables/sql';
import type { Db } from '../store/folder';
import { digest } from '../store/digest';
import { rowsOf, tableNames } from './rows';
import { verifyCollection, type Count } from './verify-collection';

/** What was compared, and what did not agree: one line each, in Chinese, without contents of documents. */
export interface Verdict extends Count {
  files: number;
  faults: string[];
}

/**
 * Compares everything in a data folder that must agree: SQLite's own structures, each document with its `_id` and with
 * every index entry made anew from it, each index entry with its document, each stored file with its checksum.
 */
export async function verifyState(db: Db, files: string): Promise<Verdict> {
  const verdict = verifyDatabase(db);
  const stored = tableNames(db).includes('storage_files') ? rowsOf(db, 'storage_files', ['path']) : [];
  const faults = [...verdict.faults];
  let count = 0;
  for (const { path, blob, size, etag } of stored) {
    count += 1;
    const file = join(files, String(blob));
    if (!existsSync(file)) {
      faults.push(`云存储文件 ${String(path)} 的内容不见了`);
      continue;
    }
    const { bytes, md5 } = await digest(file);
    if (bytes !== size || md5 !== etag) faults.push(`云存储文件 ${String(path)} 与上传时不一致`);
  }
  return { ...verdict, files: count, faults };
}

/** The same for the database file alone. */
export function verifyDatabase(db: Db): Omit<Verdict, 'files'> {
  const faults: string[] = [];
  const rows = db.prepare('PRAGMA integrity_check(20)').raw().all() as [string][];
  for (const [text] of rows) if (text !== 'ok') faults.push(`数据库文件：${text}`);
  const total = { documents: 0, entries: 0 };
  // What SQLite itself cannot read is not worth comparing.
  if (faults.length > 0) return { ...total, faults };
  const sql = new Sql(db);
  const catalog = new Catalog(sql);
  for (const collection of catalog.list()) {
    const { documents, entries } = verifyCollection(sql, collection, (what) =>
      faults.push(`集合 ${collection.name}：${what}`),
    );
    total.documents += documents;
    total.entries += entries;
  }
  const known = new Set(catalog.list().flatMap(({ num, indexes }) => [`c${num}`, ...indexes.map((i) => `i${i.num}`)]));
  for (const name of tableNames(db)) {
    const match = /^(collection|index)_(\d+)$/.exec(name);
    if (match && !known.has(`${name[0]}${match[2]}`)) faults.push(`数据库文件：表 ${name} 不属于任何集合`);
  }
  return { ...total, faults };
}
