import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Whether a database file is as its last user left it. SQLite notices damage to its own structures, but a byte that
 * changed inside a value looks like any other value: so the file is hashed when it is closed. At the next start its
 * size and time decide first, which costs nothing; only where they differ the hash does.
 */

/** `clean`: as it was closed. `unknown`: its last user did not close it. `altered`: somebody else changed it since. */
export type FileState = 'clean' | 'unknown' | 'altered';

interface Note {
  size: number;
  mtimeMs: number;
  sha256: string;
}

const CHUNK = 4 * 1024 * 1024;

const noteOf = (path: string): string => `${path}.clean.json`;

/** Notes that the closed file is complete. */
export function noteClean(path: string): void {
  const { size, mtimeMs } = statSync(path);
  writeFileSync(noteOf(path), JSON.stringify({ size, mtimeMs, sha256: sha256Of(path) } satisfies Note));
}

/** Compares the file with its note. `thorough` compares the content even where size and time are the noted ones. */
export function stateOf(path: string, thorough = false): FileState {
  const note = readNote(path);
  if (!note) return 'unknown';
  const wal = `${path}-wal`;
  if (existsSync(wal) && statSync(wal).size > 0) return 'altered';
  const { size, mtimeMs } = statSync(path);
  if (size !== note.size) return 'altered';
  if (mtimeMs === note.mtimeMs && !thorough) return 'clean';
  return sha256Of(path) === note.sha256 ? 'clean' : 'altered';
}

/** Takes the note away, before the file is written to: a crash must leave none. */
export function useUp(path: string): void {
  rmSync(noteOf(path), { force: true });
}

function readNote(path: string): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(noteOf(path), 'utf8')) as Partial<Note>;
    return typeof note.sha256 === 'string' ? (note as Note) : undefined;
  } catch {
    // There is none, or it was cut short.
    return undefined;
  }
}

/** A piece at a time, without waiting for others: this happens before and after anything else does. */
function sha256Of(path: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let read = CHUNK; read > 0;) {
      read = readSync(file, buffer, 0, CHUNK, null);
      hash.update(buffer.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
