import {
  extensions,
  fileRules,
  TICKET_SECONDS,
  UNATTACHED_SECONDS,
  type FileKind,
  type FilePurpose,
} from '../../../../contract/shared/files/constants';
import type { FileDoc } from '../shape';

/** What somebody says of a file before he uploads it. */
export interface Announced {
  purpose: FilePurpose;
  kind: FileKind;
  /** Bytes. */
  size: number;
}

/** The only place that clients may write to; the cloud's rule says the same (config/storage-rules.json). */
export const UPLOADS = 'up/';
/** Where checked files lie, which clients can neither read nor write by themselves. */
export const KEPT = 'kept/';

const MB = 1024 * 1024;

/** What is wrong with a file that is announced; `undefined` where nothing is. */
export function faultOf({
  purpose,
  kind,
  size,
}: Announced): { code: 'FILE_KIND' | 'FILE_TOO_LARGE'; message: string } | undefined {
  const { name, kinds, maxBytes } = fileRules[purpose];
  if (!kinds.includes(kind)) {
    const wanted = kinds.map((each) => extensions[each][0].toUpperCase()).join('、');
    return { code: 'FILE_KIND', message: `${name}可以是 ${wanted}。请换一个。` };
  }
  if (size <= maxBytes) return undefined;
  return { code: 'FILE_TOO_LARGE', message: `${name}最大 ${maxBytes / MB} MB，这个太大了。请换一个小些的。` };
}

/** A ticket: the path is the server's, and nothing of the file's own name or of its owner is in it. */
export const ticketFor = (_id: string, memberId: string, announced: Announced, now: number): FileDoc => ({
  _id,
  memberId,
  ...announced,
  state: 'ticket',
  upload: `${UPLOADS}${_id}.${extensions[announced.kind][0]}`,
  path: null,
  width: null,
  height: null,
  of: null,
  verdict: 'waiting',
  at: now,
  expiresAt: now + TICKET_SECONDS * 1000,
});

/**
 * Where checked bytes lie. Other bytes have another path, so that of two uploads by one ticket the one that was stored
 * stays as it was checked.
 */
export const keptPath = ({ _id, kind }: Pick<FileDoc, '_id' | 'kind'>, hash: string): string =>
  `${KEPT}${_id}-${hash.slice(0, 16)}.${extensions[kind][0]}`;

/** Until when a file is kept that nothing has taken. */
export const unattachedUntil = (now: number): number => now + UNATTACHED_SECONDS * 1000;
