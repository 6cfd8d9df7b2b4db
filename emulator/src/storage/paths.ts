import { WireError } from '../service';

/** Longest object key of the cloud's storage, in UTF-8 bytes. */
const MAX_PATH_BYTES = 850;

/** Account number in bucket names; the cloud puts the owner's there. */
const ACCOUNT = '1250000000';

/**
 * Returns the cloud path if it is one, else throws WireError INVALID_PARAM. A cloud path is a name, never a file
 * path: bytes are kept under random names. The rules are the cloud's (no leading slash, no empty part, at most 850
 * bytes) and, beyond them, no `.` or `..` parts, backslashes or control characters, which only attacks contain.
 */
export function checkCloudPath(path: unknown): string {
  const invalid = (why: string): WireError => new WireError('INVALID_PARAM', `invalid cloudPath: ${why}`);
  if (typeof path !== 'string' || path === '') throw invalid('must be a non-empty string');
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) throw invalid(`longer than ${MAX_PATH_BYTES} bytes`);
  if (/[\p{Cc}\\]/u.test(path)) throw invalid('control character or backslash');
  if (/\p{Cs}/u.test(path)) throw invalid('not valid Unicode');
  if (path.startsWith('/')) throw invalid('must not start with /');
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) throw invalid('empty, . or .. part');
  return path;
}

/** Name of the environment's bucket: first two characters of the id in hex, the id, the account. */
export function bucketOf(envId: string): string {
  return `${Buffer.from(envId.slice(0, 2)).toString('hex')}-${envId}-${ACCOUNT}`;
}

/** `cloud://<env>.<bucket>/<path>`. */
export const fileIdOf = (envId: string, path: string): string => `cloud://${envId}.${bucketOf(envId)}/${path}`;

/** Path inside a file id of this environment; `undefined` for anything else. */
export function pathOfFileId(envId: string, fileId: unknown): string | undefined {
  const prefix = fileIdOf(envId, '');
  return typeof fileId === 'string' && fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined;
}
