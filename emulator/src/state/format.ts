import { createHash } from 'node:crypto';

/** Version of the export format; raised when an older reader would misread it. */
export const EXPORT_VERSION = 1;

export const FORMAT_NAME = 'cloudbase-emulator-export';

/** Files of an export, besides those the manifest names. */
export const MANIFEST_FILE = 'manifest.json';
export const SCHEMA_FILE = 'schema.json';
export const STORED_LIST = 'files.ndjson';

/** One file of an export. */
export interface ExportedFile {
  /** Inside the export, with `/` on every system. */
  path: string;
  bytes: number;
  sha256: string;
}

/** `manifest.json`: what an export holds. */
export interface Manifest {
  format: typeof FORMAT_NAME;
  version: number;
  /** Environment the file ids in documents belong to. */
  env: string;
  /** Hash over names and documents of all collections; equals `hash()` of the database they came from. */
  documentsHash: string;
  collections: { name: string; file: string; documents: number }[];
  tables: { name: string; file: string; rows: number }[];
  stored: { file: string; files: number; bytes: number };
  /** Every file but the manifest, by path. */
  files: ExportedFile[];
  /** ISO 8601; the only member that differs between two exports of the same state. */
  exportedAt: string;
  hash: { algorithm: string; value: string };
}

export const HASH_ALGORITHM =
  'SHA-256 of JSON.stringify({format, version, env, documentsHash, collections, tables, stored, files}) in UTF-8';

/** The overall hash: it covers every file by its own hash, and all of the manifest but the time. */
export function manifestHash(manifest: Omit<Manifest, 'hash' | 'exportedAt'>): string {
  const { format, version, env, documentsHash, collections, tables, stored, files } = manifest;
  const covered = {
    format,
    version,
    env,
    documentsHash,
    collections: collections.map(({ name, file, documents }) => ({ name, file, documents })),
    tables: tables.map(({ name, file, rows }) => ({ name, file, rows })),
    stored: { file: stored.file, files: stored.files, bytes: stored.bytes },
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}

/** Names Windows reserves for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Path of a collection's documents. A name that some file system would refuse, or could not tell from one taken
 * already, becomes a hash; the manifest tells which file belongs to which collection.
 */
export function collectionPath(name: string, taken: Set<string>): string {
  const plain = /^[A-Za-z0-9_-]{1,100}$/.test(name) && !RESERVED.test(name) && !taken.has(name.toLowerCase());
  const file = plain ? name : `~${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  taken.add(file.toLowerCase());
  return `collections/${file}.ndjson`;
}

/** Path of a stored file's bytes. */
export const blobPath = (sha256: string): string => `files/${sha256}`;
