import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** The upload is larger than the limit; nothing was stored. */
export class TooLarge extends Error {}

/**
 * Writes a stream to a new file and gives its size and MD5. Throws TooLarge beyond `limit` bytes,
 * and what the disk says. The stream is read to its end in any case: a client that is cut off while it sends would see a
 * broken connection instead of the reason.
 */
export async function receive(content: Readable, file: string, limit: number): Promise<{ size: number; etag: string }> {
  const hash = createHash('md5');
  let size = 0;
  let handle: FileHandle | undefined;
  let failure: unknown;
  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    if (failure !== undefined || size > limit) return;
    await work().catch((error: unknown) => (failure = error));
  };
  try {
    await attempt(async () => (handle = await open(file, 'wx')));
    for await (const chunk of content as AsyncIterable<Buffer>) {
      size += chunk.length;
      hash.update(chunk);
      await attempt(async () => handle?.writeFile(chunk));
    }
  } finally {
    await handle?.close();
  }
  if (size > limit) throw new TooLarge();
  if (failure !== undefined) throw failure as Error;
  return { size, etag: hash.digest('hex') };
}
