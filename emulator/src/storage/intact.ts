import { stat } from 'node:fs/promises';
import { digest } from '../store/digest';

/** A stored file does not hold what was uploaded. */
export class DamagedFile extends Error {
  constructor(path: string) {
    super(`stored file is damaged: ${path}`);
    this.name = 'DamagedFile';
  }
}

/**
 * Compares stored bytes with the checksum they were uploaded with, before they are given to anybody. The whole file is
 * read for it, once for as long as its size and time stay the same.
 */
export class IntactFiles {
  private readonly seen = new Map<string, string>();

  /** Throws DamagedFile; `path` is what the operator knows the file by, `file` where its bytes are. */
  async check(path: string, file: string, expected: { size: number; etag: string }): Promise<void> {
    const { size, mtimeMs } = await stat(file);
    const state = `${size} ${mtimeMs} ${expected.etag}`;
    if (this.seen.get(file) === state) return;
    if (size !== expected.size || (await digest(file)).md5 !== expected.etag) throw new DamagedFile(path);
    this.seen.set(file, state);
  }

  forget(file: string): void {
    this.seen.delete(file);
  }
}
