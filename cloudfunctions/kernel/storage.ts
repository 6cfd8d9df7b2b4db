import type { Content, Files } from './files';

/** What is used of the CloudBase SDK; it is given by `sdk.ts`. */
export interface StorageClient {
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<unknown>;
  getUploadMetadata(file: { cloudPath: string }): Promise<unknown>;
  getTempFileURL(asked: { fileList: { fileID: string; maxAge: number }[] }): Promise<unknown>;
  deleteFile(asked: { fileList: string[] }): Promise<unknown>;
}

/** Files named in one request, as the cloud has it. */
const BATCH = 50;
/** How long the functions' own address for reading a file lives, seconds. */
const READ_SECONDS = 60;
const GONE = 'STORAGE_FILE_NONEXIST';

/** One entry of a reply about several files. */
interface Entry {
  code?: string;
  tempFileURL?: string;
}

const entriesOf = (reply: unknown): Entry[] => {
  const { fileList, code } = reply as { fileList?: Entry[]; code?: string };
  if (fileList === undefined) throw Object.assign(new Error('storage refused'), { code });
  return fileList;
};

/** The bytes of a reply, of at most so many; it is left where there are more. */
async function bytesOf(response: Response, maxBytes: number): Promise<Content> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    return 'too large';
  }
  const pieces: Uint8Array[] = [];
  let size = 0;
  // Node's streams can be walked; the types are those of browsers.
  const body = (response.body ?? []) as unknown as AsyncIterable<Uint8Array>;
  for await (const piece of body) {
    size += piece.length;
    // Leaving the loop cancels the rest.
    if (size > maxBytes) return 'too large';
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The storage port over the SDK of one environment. */
export function createFiles(app: StorageClient): Files {
  let known: Promise<string> | undefined;

  /** What all ids of this environment begin with; asked for once. */
  async function prefixFor(path: string): Promise<string> {
    const { data } = (await app.getUploadMetadata({ cloudPath: path })) as { data: { fileId: string } };
    return data.fileId.slice(0, -path.length);
  }

  async function idOf(path: string): Promise<string> {
    known ??= prefixFor(path).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return `${await known}${path}`;
  }

  async function link(path: string, seconds: number): Promise<string | undefined> {
    const fileList = [{ fileID: await idOf(path), maxAge: seconds }];
    const [entry] = entriesOf(await app.getTempFileURL({ fileList }));
    if (entry?.code === GONE) return undefined;
    if (!entry?.tempFileURL) throw Object.assign(new Error('no address for a file'), { code: entry?.code });
    return encodeURI(entry.tempFileURL);
  }

  return {
    async put(path, bytes) {
      await app.uploadFile({ cloudPath: path, fileContent: bytes });
    },
    async read(path, maxBytes) {
      const url = await link(path, READ_SECONDS);
      if (url === undefined) return 'missing';
      const response = await fetch(url);
      if (response.status === 404) return 'missing';
      if (!response.ok) throw new Error(`storage answered ${response.status}`);
      return bytesOf(response, maxBytes);
    },
    link,
    async remove(paths) {
      for (let from = 0; from < paths.length; from += BATCH) {
        const fileList = await Promise.all(paths.slice(from, from + BATCH).map(idOf));
        const failed = entriesOf(await app.deleteFile({ fileList })).find(
          ({ code }) => code !== undefined && code !== 'SUCCESS' && code !== GONE,
        );
        if (failed !== undefined) throw Object.assign(new Error('a file stays'), { code: failed.code });
      }
    },
  };
}
