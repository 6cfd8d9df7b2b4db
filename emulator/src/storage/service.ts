import type { Readable } from 'node:stream';
import type { Log } from '../log';
import { WireError, type HttpRoute, type Json, type Service, type WireAction } from '../service';
import type { Folder } from '../store/folder';
import { authorities } from './authority';
import { FileStore, Taken } from './files';
import { Links } from './links';
import { checkCloudPath, fileIdOf, pathOfFileId } from './paths';
import { Signer } from './signer';
import { transferRoutes } from './transfer';

/** Files named in one call, as on the cloud. */
const MAX_FILES_PER_CALL = 50;

/** Largest stored file. */
export const DEFAULT_MAX_FILE_BYTES = 100 * 1024 * 1024;

export interface StorageOptions {
  folder: Pick<Folder, 'db' | 'files'>;
  envId: string;
  baseUrl(): string;
  log: Log;
  maxFileBytes?: number;
  now?: () => number;
}

/** Cloud storage: `storage.*` actions, and the transfer of the bytes. */
export class StorageService implements Service {
  readonly name = 'storage';
  readonly actions: Record<string, WireAction>;
  readonly routes: readonly HttpRoute[];
  private readonly files: FileStore;
  private readonly links: Links;
  private readonly maxFileBytes: number;

  constructor(private readonly options: StorageOptions) {
    const now = options.now ?? Date.now;
    this.maxFileBytes = options.maxFileBytes ?? DEFAULT_MAX_FILE_BYTES;
    this.files = new FileStore(options.folder.db, options.folder.files, now);
    this.links = new Links(new Signer(this.files.signingKey(), now), () => options.baseUrl());
    this.routes = transferRoutes({
      files: this.files,
      links: this.links,
      maxFileBytes: this.maxFileBytes,
      log: options.log,
    });
    this.actions = {
      'storage.getUploadMetadata': (body) => this.uploadMetadata(body),
      'storage.batchGetDownloadUrl': (body) => this.downloadUrls(body),
      'storage.batchDeleteFile': (body) => this.deleteFiles(body),
      'storage.batchCopyFile': (body) => this.copyFiles(body),
      'storage.getFileAuthority': (body) => ({ data: this.fileAuthority(body) }),
    };
  }

  async start(): Promise<void> {
    await this.files.sweep();
  }

  /** Waits for whoever holds the bytes. */
  stop(): Promise<void> {
    return this.files.released();
  }

  info(): Json {
    return this.files.totals();
  }

  /** Files whose path holds `part`, by path, those after `after`; for the console. */
  list(part: string, after: string, limit: number): { path: string; size: number; updated: number; fileId: string }[] {
    return this.files.list(part, after, limit).map(({ path, size, updated }) => {
      return { path, size, updated, fileId: fileIdOf(this.options.envId, path) };
    });
  }

  /** Keeps the bytes of every file until the returned function is called, so that all of them can be copied. */
  hold(): () => Promise<void> {
    return this.files.hold();
  }

  /** Stores a whole file and returns its id; for the gateway. Throws WireError, or TooLarge beyond the limit. */
  async upload(cloudPath: unknown, content: Readable): Promise<string> {
    const path = checkCloudPath(cloudPath);
    await this.files.write(path, content, this.maxFileBytes);
    return fileIdOf(this.options.envId, path);
  }

  /** Address for reading a file; `undefined` when there is no such file. */
  downloadUrl(fileId: unknown, maxAge?: unknown): string | undefined {
    const path = pathOfFileId(this.options.envId, fileId);
    return path !== undefined && this.files.find(path) ? this.links.download(path, maxAge) : undefined;
  }

  private uploadMetadata(body: Json): Json {
    const path = checkCloudPath(body.path);
    const fileId = fileIdOf(this.options.envId, path);
    return { data: { ...this.links.upload(path), token: 'local', fileId, cosFileId: cosFileIdOf(path) } };
  }

  private fileAuthority(body: Json): unknown[] {
    return authorities(body, MAX_FILES_PER_CALL, (fileId) => {
      const path = pathOfFileId(this.options.envId, fileId);
      return path !== undefined && this.files.find(path) ? cosFileIdOf(path) : undefined;
    });
  }

  private downloadUrls(body: Json): Json {
    const list = entries(body.file_list);
    return {
      data: {
        download_list: list.map((entry) => {
          const { fileid, max_age } = (entry ?? {}) as Json;
          const tempFileURL = this.downloadUrl(fileid, max_age);
          return tempFileURL
            ? { code: 'SUCCESS', fileID: fileid, fileid, tempFileURL }
            : { code: 'STORAGE_FILE_NONEXIST', fileID: fileid };
        }),
      },
    };
  }

  private async deleteFiles(body: Json): Promise<Json> {
    const deleted: Json[] = [];
    for (const fileID of entries(body.fileid_list)) {
      const path = pathOfFileId(this.options.envId, fileID);
      const found = path !== undefined && (await this.files.remove(path));
      deleted.push({ fileID, code: found ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' });
    }
    return { data: { delete_list: deleted } };
  }

  private async copyFiles(body: Json): Promise<Json> {
    // All are looked at before the first is copied: a call that is refused changes nothing.
    const asked = entries(body.file_list).map((entry) => copyOf((entry ?? {}) as Json));
    const copied: Json[] = [];
    for (const one of asked) copied.push(await this.copyFile(one));
    return { data: { copy_list: copied } };
  }

  private async copyFile({ source, target, overwrite, removeOriginal }: Copy): Promise<Json> {
    const fileId = fileIdOf(this.options.envId, target);
    let copied;
    try {
      copied = await this.files.copy(source, target, overwrite);
    } catch (error) {
      if (!(error instanceof Taken)) throw error;
      return { fileId, code: 'STORAGE_REQUEST_FAIL', message: 'target file exists' };
    }
    if (!copied) return { fileId, code: 'STORAGE_FILE_NONEXIST', message: 'source file does not exist' };
    // A version uploaded meanwhile is not the one that was moved.
    if (removeOriginal) await this.files.remove(source, copied);
    return { fileId, code: 'SUCCESS' };
  }
}

interface Copy {
  source: string;
  target: string;
  overwrite: boolean;
  removeOriginal: boolean;
}

/** One entry of a list of copies. Throws WireError, INVALID_PARAM, for one that cannot be made. */
function copyOf({ src_path, dst_path, overwrite, remove_original }: Json): Copy {
  const source = checkCloudPath(src_path);
  const target = checkCloudPath(dst_path);
  if (source === target) throw new WireError('INVALID_PARAM', 'src_path and dst_path must differ');
  // `overwrite` defaults to true (docs.cloudbase.net/http-api/storage/copy-objects).
  return { source, target, overwrite: overwrite !== false, removeOriginal: remove_original === true };
}

/** Opaque to the SDK, which sends it back as a header: plain ASCII. */
const cosFileIdOf = (path: string): string => Buffer.from(path).toString('base64url');

function entries(list: unknown): unknown[] {
  if (!Array.isArray(list)) throw new WireError('INVALID_PARAM', 'a list of files is required');
  if (list.length > MAX_FILES_PER_CALL)
    throw new WireError('INVALID_PARAM', `at most ${MAX_FILES_PER_CALL} files a call`);
  return list;
}
