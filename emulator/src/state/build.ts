import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Catalog } from '../database/tables/catalog';
import { decodeText, encodeText } from '../database/values/ejson';
import { Sql } from '../database/tables/sql';
import { checkSchema } from '../schema';
import { FORMAT_VERSION, type Db } from '../store/folder';
import { noteEnvironment } from '../store/settings';
import { FileStore } from '../storage/files';
import { digest } from '../store/digest';
import { SCHEMA_FILE, type Manifest } from './format';
import { blobIn, damaged, linesOf } from './manifest';
import { insertRow, lineToRow } from './rows';
import { ownedTables } from './tables';

export interface BuildRequest {
  /** A new database file. */
  db: Db;
  /** The export; its files were compared with its manifest. */
  dir: string;
  manifest: Manifest;
  /** Folder of stored files; gets the bytes under new names. */
  files: string;
}

/** Documents stored in one SQLite transaction. */
const BATCH = 5000;

/**
 * Fills a new database from an export. Throws OperatorError when the result is not what the manifest promises, so a
 * database that this returned from holds the exported state and nothing else.
 */
export async function buildDatabase({ db, dir, manifest, files }: BuildRequest): Promise<void> {
  // Nothing reads this file before it is complete: a crash leaves rubbish that nobody opens.
  db.prepare('PRAGMA journal_mode = OFF').all();
  db.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -65536');
  const sql = new Sql(db);
  const catalog = new Catalog(sql);
  await addDocuments(sql, catalog, dir, manifest);
  const schema = checkSchema(JSON.parse(readFileSync(join(resolve(dir), SCHEMA_FILE), 'utf8')), SCHEMA_FILE);
  // Built over all documents at once, which costs a fraction of growing them one document at a time.
  catalog.apply(schema);
  if (catalog.hash() !== manifest.documentsHash) throw damaged('collections', '文档的哈希不符');
  await addRows(db, dir, manifest);
  await addStoredFiles(db, dir, manifest, files);
  noteEnvironment(db, manifest.env);
  db.exec(`PRAGMA user_version = ${FORMAT_VERSION}`);
}

async function addDocuments(sql: Sql, catalog: Catalog, dir: string, manifest: Manifest): Promise<void> {
  for (const { name, file, documents } of manifest.collections) {
    const collection = catalog.create(name);
    let batch: string[] = [];
    const store = (): void => {
      sql.atomically(() => batch.forEach((line) => collection.insert(parse(line, file))));
      batch = [];
    };
    for await (const line of linesOf(dir, file, documents)) {
      batch.push(line);
      if (batch.length === BATCH) store();
    }
    store();
  }
}

function parse(line: string, file: string): ReturnType<typeof decodeText> {
  const doc = decodeText(line);
  if (encodeText(doc) !== line) throw damaged(file, '有一行不是本格式的文档');
  return doc;
}

async function addRows(db: Db, dir: string, manifest: Manifest): Promise<void> {
  for (const { name, file, rows } of manifest.tables) {
    const table = ownedTables.find((owned) => owned.name === name);
    if (!table) throw damaged(file, `未知的表 ${name}`);
    db.exec(table.create);
    db.exec('BEGIN');
    for await (const line of linesOf(dir, file, rows)) insertRow(db, name, lineToRow(line));
    db.exec('COMMIT');
  }
}

async function addStoredFiles(db: Db, dir: string, manifest: Manifest, files: string): Promise<void> {
  const store = new FileStore(db, files, Date.now);
  // A key of the folder's own: addresses handed out elsewhere are not this folder's to honour.
  store.signingKey();
  const { file, files: count } = manifest.stored;
  for await (const line of linesOf(dir, file, count)) {
    const { sha256, ...row } = lineToRow(line);
    const blob = randomBytes(16).toString('hex');
    const copied = await digest(blobIn(dir, String(sha256)), join(files, blob));
    if (copied.sha256 !== sha256 || copied.md5 !== row.etag) throw damaged(`files/${String(sha256)}`, '哈希不符');
    insertRow(db, 'storage_files', { ...row, blob });
  }
}
