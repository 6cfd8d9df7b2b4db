/*
 * The storage port: all that functions see of cloud storage. A file is named by its path there, which the server makes;
 * the adapter over the CloudBase SDK is `storage.ts`. No client reads or lists files by itself (config/storage-rules.json).
 */

/** What is read of a stored file: its bytes, or why there are none. */
export type Content = Buffer | 'missing' | 'too large';

export interface Files {
  /** Stores bytes under a path, over whatever is there. */
  put(path: string, bytes: Buffer): Promise<void>;
  /** The bytes at a path, of at most so many; what is larger is not read to its end. */
  read(path: string, maxBytes: number): Promise<Content>;
  /** An address from which anybody who has it reads the file for so many seconds; `undefined` where there is none. */
  link(path: string, seconds: number): Promise<string | undefined>;
  /** Removes what is there under these paths; what is not there is no fault. */
  remove(paths: readonly string[]): Promise<void>;
}
