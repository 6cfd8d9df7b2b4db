import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** What was seen of a file while it was read once. */
export interface Digest {
  bytes: number;
  sha256: string;
  md5: string;
}

/** Reads a file and hashes it; with `target`, a new file, it is copied there and on the disk before this resolves. */
export async function digest(source: string, target?: string): Promise<Digest> {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  let bytes = 0;
  const copy = target === undefined ? undefined : await open(target, 'wx');
  try {
    for await (const chunk of createReadStream(source, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      sha256.update(chunk);
      md5.update(chunk);
      await copy?.writeFile(chunk);
    }
    await copy?.sync();
  } finally {
    await copy?.close();
  }
  return { bytes, sha256: sha256.digest('hex'), md5: md5.digest('hex') };
}
