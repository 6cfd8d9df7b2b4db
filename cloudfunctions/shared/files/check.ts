import type { FileKind } from '../../../contract/shared/files/constants';
import { walkArchive } from '../sheets/public';
import { guardPaths } from './rules/archive';
import { broken, FileFault, type FaultCode } from './rules/fault';
import { cleanJpeg } from './rules/jpeg';
import { beginsAs } from './rules/magic';
import type { Picture } from './rules/picture';
import { cleanPng } from './rules/png';
import { cleanWebp } from './rules/webp';

/** What is kept of an upload. */
export interface Kept {
  bytes: Buffer;
  /** Of a picture, pixels. */
  width: number | null;
  height: number | null;
}

const cleaners: Partial<Record<FileKind, (bytes: Uint8Array) => Picture>> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
};

async function keep(content: Buffer, kind: FileKind): Promise<Kept> {
  if (!beginsAs(content, kind)) throw new FileFault('FILE_BROKEN');
  if (kind === 'xlsx' || kind === 'zip') guardPaths((await walkArchive(content)) ?? broken(), kind);
  const clean = cleaners[kind];
  if (clean === undefined) return { bytes: content, width: null, height: null };
  const { bytes, width, height } = clean(content);
  return { bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), width, height };
}

/**
 * Looks whether an upload is what was announced, and gives what is to be kept of it: pictures without EXIF, place and
 * whatever else is not the picture. Else why not, with words for the uploader where the code alone does not say it.
 */
export async function checkContent(
  content: Buffer,
  kind: FileKind,
): Promise<Kept | { code: FaultCode; message?: string | undefined }> {
  try {
    return await keep(content, kind);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { code: error.code, message: error.words };
  }
}
