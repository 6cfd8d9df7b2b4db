import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Collection } from '../database/tables/collection';
import { OperatorError } from '../operator-error';
import type { SchemaFile } from '../service';
import { exportStoredFiles } from './export-stored';
import {
  collectionPath,
  EXPORT_VERSION,
  FORMAT_NAME,
  HASH_ALGORITHM,
  MANIFEST_FILE,
  manifestHash,
  SCHEMA_FILE,
  type Manifest,
} from './format';
import { HashedFile } from './hashed-file';
import { rowsOf, rowToLine, tableNames } from './rows';
import type { Snapshot } from './snapshot';
import { ownedTables } from './tables';
import { systemFailure } from './system-failure';
import { prepareTarget } from './target';

export interface ExportRequest {
  snapshot: Snapshot;
  /** Folder of stored files of the data folder; nothing may be removed from it meanwhile. */
  files: string;
  env: string;
  /** Where the export shall be. */
  dir: string;
  /** An earlier export there gives way. */
  force: boolean;
}

/** Tables that are exported in a form of their own, or are about the folder and not about what is in it. */
const NOT_ROWS =
  /^(collection_catalog|index_catalog|collection_\d+|index_\d+|folder_settings|storage_(files|settings))$/;

/**
 * Writes a snapshot to a folder in the export format, a document at a time. The folder appears when it is complete;
 * when this throws, or the process dies, there is none. Throws OperatorError for what the operator must put right.
 */
export async function exportState(request: ExportRequest): Promise<Manifest> {
  const target = prepareTarget(request.dir, request.force);
  try {
    const manifest = await writeExport(request, target.work);
    await target.publish();
    return manifest;
  } catch (error) {
    await target.discard().catch(() => undefined);
    throw systemFailure(error, `无法导出到 ${resolve(request.dir)}，没有留下不完整的导出`);
  }
}

async function writeExport({ snapshot, files, env }: ExportRequest, work: string): Promise<Manifest> {
  for (const folder of ['collections', 'tables', 'files']) mkdirSync(join(work, folder));
  const manifest: Omit<Manifest, 'hash' | 'exportedAt'> = {
    ...{ format: FORMAT_NAME, version: EXPORT_VERSION, env, documentsHash: '' },
    ...{ collections: [], tables: [], stored: { file: '', files: 0, bytes: 0 }, files: [] },
  };
  const collections = snapshot.catalog.list().sort((a, b) => (a.name < b.name ? -1 : 1));
  const documents = createHash('sha256');
  const taken = new Set<string>();
  for (const collection of collections) {
    const file = collectionPath(collection.name, taken);
    documents.update(`${JSON.stringify(collection.name)}\n`);
    const count = await writeLines(work, file, manifest, texts(collection), (line) => documents.update(`${line}\n`));
    // A damaged file may give fewer than it holds; an export must not make that the truth.
    if (count !== collection.count()) {
      throw new OperatorError(
        `无法导出：集合 ${collection.name} 有 ${collection.count()} 个文档，只读到 ${count} 个，数据库文件已损坏`,
      );
    }
    manifest.collections.push({ name: collection.name, file, documents: count });
  }
  manifest.documentsHash = documents.digest('hex');
  await writeLines(work, SCHEMA_FILE, manifest, [JSON.stringify(schemaOf(collections), null, 2)]);

  for (const name of tableNames(snapshot.db).filter((table) => !NOT_ROWS.test(table))) {
    const table = ownedTables.find((owned) => owned.name === name);
    // Leaving it out would make an export that looks complete.
    if (!table) throw new Error(`table ${name} is not listed in state/tables.ts`);
    const file = `tables/${name}.ndjson`;
    const rows = await writeLines(work, file, manifest, map(rowsOf(snapshot.db, name, table.key), rowToLine));
    manifest.tables.push({ name, file, rows });
  }
  manifest.stored = await exportStoredFiles(snapshot.db, files, work, manifest.files);

  manifest.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const complete: Manifest = {
    ...manifest,
    exportedAt: new Date().toISOString(),
    hash: { algorithm: HASH_ALGORITHM, value: manifestHash(manifest) },
  };
  await writeLines(work, MANIFEST_FILE, { files: [] }, [JSON.stringify(complete, null, 2)]);
  return complete;
}

/** Writes lines to a new file of the export, notes it, and gives their number. */
async function writeLines(
  work: string,
  path: string,
  manifest: Pick<Manifest, 'files'>,
  lines: Iterable<string>,
  seen?: (line: string) => void,
): Promise<number> {
  const file = await HashedFile.create(join(work, path), path);
  try {
    let count = 0;
    for (const line of lines) {
      seen?.(line);
      await file.line(line);
      count += 1;
    }
    manifest.files.push(await file.finish());
    return count;
  } finally {
    await file.close();
  }
}

function schemaOf(collections: readonly Collection[]): SchemaFile {
  const entries = collections.map((collection): [string, SchemaFile['collections'][string]] => {
    const indexes = collection.indexes.map(({ declaration: { name, unique, keys } }) => ({
      name,
      ...(unique ? { unique } : {}),
      keys,
    }));
    return [collection.name, { indexes: indexes.sort((a, b) => (a.name < b.name ? -1 : 1)) }];
  });
  return { collections: Object.fromEntries(entries) };
}

function* texts(collection: Collection): Generator<string> {
  for (const [, , text] of collection.byIdOrder()) yield text;
}

function* map<T>(items: Iterable<T>, convert: (item: T) => string): Generator<string> {
  for (const item of items) yield convert(item);
}
