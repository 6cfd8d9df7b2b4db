import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../operator-error';
import type { Db } from '../store/folder';
import { digest } from '../store/digest';
import { blobPath, STORED_LIST, type ExportedFile, type Manifest } from './format';
import { HashedFile } from './hashed-file';
import { rowsOf, rowToLine, tableNames } from './rows';

/** Name of a copy whose hash is not known yet. */
const INCOMING = 'files/incoming';

/**
 * Writes stored files: their bytes under the name of their hash, so that no path can be one the file system refuses,
 * and a list with one line for each path. Adds what was written to `written`.
 * Throws OperatorError when a stored file is missing, or not what was uploaded.
 */
export async function exportStoredFiles(
  db: Db,
  files: string,
  work: string,
  written: ExportedFile[],
): Promise<Manifest['stored']> {
  const list = await HashedFile.create(join(work, STORED_LIST), STORED_LIST);
  const stored = { file: STORED_LIST, files: 0, bytes: 0 };
  try {
    const rows = tableNames(db).includes('storage_files') ? rowsOf(db, 'storage_files', ['path']) : [];
    for (const { blob, ...row } of rows) {
      const copy = await copyBlob(join(files, String(blob)), work, row);
      if (copy.fresh) written.push({ path: blobPath(copy.sha256), bytes: copy.bytes, sha256: copy.sha256 });
      await list.line(rowToLine({ ...row, sha256: copy.sha256 }));
      stored.files += 1;
      stored.bytes += copy.bytes;
    }
    written.push(await list.finish());
  } finally {
    await list.close();
  }
  return stored;
}

async function copyBlob(
  source: string,
  work: string,
  row: Record<string, unknown>,
): Promise<{ sha256: string; bytes: number; fresh: boolean }> {
  const incoming = join(work, INCOMING);
  if (!existsSync(source)) throw new OperatorError(`无法导出：云存储文件 ${String(row.path)} 的内容不见了`);
  const { sha256, md5, bytes } = await digest(source, incoming);
  if (md5 !== row.etag || bytes !== row.size) {
    throw new OperatorError(`无法导出：云存储文件 ${String(row.path)} 已损坏，与上传时不一致。请重新上传或删除它。`);
  }
  const target = join(work, blobPath(sha256));
  const fresh = !existsSync(target);
  await (fresh ? rename(incoming, target) : rm(incoming));
  return { sha256, bytes, fresh };
}
