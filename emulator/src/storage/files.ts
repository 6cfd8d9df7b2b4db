import { randomBytes } from 'node:crypto';
import { copyFile, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Db } from '../store/folder';
import { IntactFiles } from './intact';
import { receive } from './receive';

/** One stored file. */
export interface StoredFile {
  path: string;
  /** Random name of the file that holds the bytes. */
  blob: string;
  size: number;
  /** MD5 of the bytes in hex, as the cloud's storage has it. */
  etag: string;
  /** Epoch milliseconds. */
  updated: number;
}

/** There is a file already where a copy that replaces nothing was to go. */
export class Taken extends Error {}

const PARTIAL = '.part';

/**
 * Stored files: names and sizes in SQLite, bytes in files with random names. A file is there from the moment its row
 * is: the bytes are complete and synced before, so a crash leaves the old version or the new one, and at most a file
 * that no row names, which the next start removes.
 */
export class FileStore {
  /** How many readers need the bytes of rows that may be gone by now, and which bytes wait for them. */
  private holders = 0;
  private readonly releases = new Set<Promise<void>>();
  private readonly dropLater: string[] = [];
  /** Made by this store while it may still sweep, which must not take them for rubbish. */
  private readonly fresh = new Set<string>();
  private swept = false;
  private readonly intact = new IntactFiles();

  constructor(
    private readonly db: Db,
    private readonly directory: string,
    private readonly now: () => number,
  ) {
    db.exec(`CREATE TABLE IF NOT EXISTS storage_files
      (path TEXT PRIMARY KEY, blob TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, updated INTEGER NOT NULL)`);
    db.exec('CREATE TABLE IF NOT EXISTS storage_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  }

  /** Key for signatures; kept, so that addresses handed out before a restart stay valid. */
  signingKey(): string {
    this.db
      .prepare("INSERT OR IGNORE INTO storage_settings VALUES ('signingKey', ?)")
      .run(randomBytes(32).toString('hex'));
    const row = this.db.prepare("SELECT value FROM storage_settings WHERE name = 'signingKey'").get();
    return (row as { value: string }).value;
  }

  /** Removes files that no row names: uploads cut off by a crash, and versions replaced right before one. */
  async sweep(): Promise<void> {
    const rows = this.db.prepare('SELECT blob FROM storage_files').all() as { blob: string }[];
    const known = new Set(rows.map((row) => row.blob));
    for (const name of await readdir(this.directory)) {
      // Only names this class makes: the folder may hold what an operator put there.
      const blob = /^([0-9a-f]{32})(?:\.part)?$/.exec(name)?.[1];
      if (blob !== undefined && !known.has(name) && !this.fresh.has(blob))
        await rm(join(this.directory, name), { force: true });
    }
    this.swept = true;
    this.fresh.clear();
  }

  find(path: string): StoredFile | undefined {
    return this.db.prepare('SELECT * FROM storage_files WHERE path = ?').get(path) as StoredFile | undefined;
  }

  /** Stored files whose path holds `part`, by path, those after `after`. */
  list(part: string, after: string, limit: number): StoredFile[] {
    return this.db
      .prepare('SELECT * FROM storage_files WHERE instr(path, ?) > 0 AND path > ? ORDER BY path LIMIT ?')
      .all(part, after, limit) as StoredFile[];
  }

  /** Number of files and bytes. */
  totals(): { files: number; bytes: number } {
    const row = this.db.prepare('SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM storage_files').get();
    // The library adds members of its own to a row.
    const { files, bytes } = row as { files: number; bytes: number };
    return { files, bytes };
  }

  /** Stores the stream under `path`, replacing what was there. Throws TooLarge beyond `limit` bytes. */
  async write(path: string, content: Readable, limit: number): Promise<void> {
    const blob = this.newBlob();
    const partial = join(this.directory, blob + PARTIAL);
    try {
      const { size, etag } = await receive(content, partial, limit);
      await this.publish(path, blob, size, etag);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /**
   * Copies a stored file to another path and gives the version that was copied; `undefined` when there is none.
   * Throws Taken where there is something at `path` that is not to be replaced.
   */
  async copy(source: string, path: string, overwrite = true): Promise<StoredFile | undefined> {
    if (!overwrite && this.find(path)) throw new Taken();
    const blob = this.newBlob();
    const partial = join(this.directory, blob + PARTIAL);
    try {
      const file = await this.reading(source, (from) => copyFile(from, partial));
      if (file) await this.publish(path, blob, file.size, file.etag, overwrite);
      return file;
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  }

  /** Forgets the file, or only this version of it, then its bytes; false when there was none. */
  async remove(path: string, version?: StoredFile): Promise<boolean> {
    const file = this.find(path);
    if (!file || (version && version.blob !== file.blob)) return false;
    this.db.prepare('DELETE FROM storage_files WHERE path = ?').run(path);
    await this.drop(file.blob);
    return true;
  }

  /**
   * Opens a stored file; `undefined` when there is none. What was opened stays readable to its end, whatever happens to
   * the path meanwhile. The caller closes the handle.
   */
  async open(path: string): Promise<{ file: StoredFile; handle: FileHandle } | undefined> {
    let handle: FileHandle | undefined;
    const file = await this.reading(path, async (from) => (handle = await open(from, 'r')));
    return file && handle && { file, handle };
  }

  /** Finds a file and uses its bytes, which are what was uploaded (DamagedFile otherwise); a version replaced in between is looked up again. */
  private async reading(path: string, use: (from: string) => Promise<unknown>): Promise<StoredFile | undefined> {
    for (let last: string | undefined; ;) {
      const file = this.find(path);
      if (!file) return undefined;
      try {
        const from = join(this.directory, file.blob);
        await this.intact.check(path, from, file);
        await use(from);
        return file;
      } catch (error) {
        const replaced = (error as NodeJS.ErrnoException).code === 'ENOENT' && file.blob !== last;
        if (!replaced) throw error;
        last = file.blob;
      }
    }
  }

  private newBlob(): string {
    const blob = randomBytes(16).toString('hex');
    if (!this.swept) this.fresh.add(blob);
    return blob;
  }

  private async publish(path: string, blob: string, size: number, etag: string, overwrite = true): Promise<void> {
    const partial = join(this.directory, blob + PARTIAL);
    const handle = await open(partial, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(partial, join(this.directory, blob));
    const replaced = this.find(path);
    try {
      // Somebody else may have been faster while the bytes were written.
      if (replaced && !overwrite) throw new Taken();
      this.db
        .prepare('INSERT OR REPLACE INTO storage_files (path, blob, size, etag, updated) VALUES (?, ?, ?, ?, ?)')
        .run(path, blob, size, etag, this.now());
    } catch (error) {
      // Bytes that nothing names; on a full disk they would take the last room.
      await this.drop(blob);
      throw error;
    }
    if (replaced) await this.drop(replaced.blob);
  }

  /** Keeps the bytes of every file as they are until the returned function is called; for a consistent copy. */
  hold(): () => Promise<void> {
    this.holders += 1;
    let done = (): void => undefined;
    const released = new Promise<void>((resolve) => (done = resolve));
    this.releases.add(released);
    return async () => {
      this.holders -= 1;
      if (this.holders === 0) for (const blob of this.dropLater.splice(0)) await this.drop(blob);
      this.releases.delete(released);
      done();
    };
  }

  /** Resolves when nobody holds the bytes any longer. */
  async released(): Promise<void> {
    await Promise.all(this.releases);
  }

  /** Windows keeps a file that is being read; the sweep of the next start takes it. */
  private async drop(blob: string): Promise<void> {
    if (this.holders > 0) {
      this.dropLater.push(blob);
      return;
    }
    this.intact.forget(join(this.directory, blob));
    await rm(join(this.directory, blob), { force: true }).catch(() => undefined);
  }
}
