import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { ExportedFile } from './format';

/** Text is handed to the file in pieces of about this many characters. */
const PIECE = 256 * 1024;

/** A file that is hashed while it is written. `close` it in any case; it is complete only after `finish`. */
export class HashedFile {
  private readonly hash = createHash('sha256');
  private pending: string[] = [];
  private pendingLength = 0;
  private bytes = 0;

  private constructor(
    private readonly handle: FileHandle,
    private readonly path: string,
  ) {}

  /** Creates the file, which must not be there; `path` is its name in the export. */
  static async create(file: string, path: string): Promise<HashedFile> {
    return new HashedFile(await open(file, 'wx'), path);
  }

  /** Adds a line. Waiting for it keeps memory bounded and lets others run. */
  async line(text: string): Promise<void> {
    this.pending.push(text, '\n');
    this.pendingLength += text.length + 1;
    if (this.pendingLength >= PIECE) await this.flush();
  }

  /** Writes what is left through to the disk and tells what the file holds. */
  async finish(): Promise<ExportedFile> {
    await this.flush();
    await this.handle.sync();
    return { path: this.path, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  close(): Promise<void> {
    return this.handle.close();
  }

  private async flush(): Promise<void> {
    const piece = Buffer.from(this.pending.join(''), 'utf8');
    this.pending = [];
    this.pendingLength = 0;
    this.bytes += piece.length;
    this.hash.update(piece);
    await this.handle.writeFile(piece);
  }
}
