import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Whether a database file is as its last user left it. A full check of a million documents takes seconds, so it is made
 * only where it can find something: after a crash, or when anybody else touched the file. Reading a page that is
 * damaged later is an error of its own (SQLITE_CORRUPT), never a wrong answer.
 */

const noteOf = (path: string): string => `${path}.clean.json`;

/** What tells one state of a file from another. */
function stateOf(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return JSON.stringify({ size, mtimeMs });
}

/** Notes that the closed file is complete. */
export function noteClean(path: string): void {
  writeFileSync(noteOf(path), stateOf(path));
}

/** True when the file is exactly the one that was noted. The note is used up: a crash must leave none. */
export function takeClean(path: string): boolean {
  const note = noteOf(path);
  if (!existsSync(note)) return false;
  const wal = `${path}-wal`;
  const clean = readFileSync(note, 'utf8') === stateOf(path) && !(existsSync(wal) && statSync(wal).size > 0);
  rmSync(note);
  return clean;
}
