import { WireError, type Json } from '../service';

/** What a client may be asked to be allowed to do with a file. */
const TYPES = ['READ', 'WRITE', 'READWRITE'];

/** One file of `storage.getFileAuthority`: whether the caller may do what `type` says. */
export interface Authority {
  path: string;
  cosFileId: string;
  read: boolean;
  write: boolean;
}

/**
 * Answers `storage.getFileAuthority` `{openId, uid, fileList: [{path, type}]}`. Every client may read and write every
 * file here; `idOf` gives the opaque id of a file that exists, and a file that does not is named by its code.
 */
export function authorities(
  { fileList, openId, uid }: Json,
  most: number,
  idOf: (fileId: unknown) => string | undefined,
): (Authority | Json)[] {
  const invalid = (why: string): WireError => new WireError('INVALID_PARAM', why);
  const known = [openId, uid].some((id) => typeof id === 'string' && id !== '');
  if (!known) throw invalid('openId or uid is required');
  if (!Array.isArray(fileList)) throw invalid('fileList must be a list');
  if (fileList.length > most) throw invalid(`at most ${most} files a call`);
  return fileList.map((entry: unknown) => {
    const { path, type } = (entry ?? {}) as Json;
    if (typeof path !== 'string' || path === '') throw invalid('path must be a file id');
    if (typeof type !== 'string' || !TYPES.includes(type)) throw invalid(`type must be one of ${TYPES.join(', ')}`);
    const cosFileId = idOf(path);
    if (cosFileId === undefined) return { path, code: 'STORAGE_FILE_NONEXIST' };
    return { path, cosFileId, read: type !== 'WRITE', write: type !== 'READ' };
  });
}
