import type { FileKind } from '../../../../contract/shared/files/constants';
import { textAt } from './bytes';
import { PNG_SIGNATURE } from './png';

/** Brands of an MPEG-4 file (ISO/IEC 14496-12) that hold sound as phones record it. */
const soundBrands = new Set(['M4A ', 'M4B ', 'mp42', 'mp41', 'isom', 'iso2', 'iso5', 'iso6', '3gp4', '3gp5']);

/** A frame header of MPEG audio: eleven bits set, then version, layer, bit rate and sampling rate that exist. */
function isMpegFrame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  const sync = first === 0xff && (second & 0xe0) === 0xe0;
  const version = (second >> 3) & 3;
  const layer = (second >> 1) & 3;
  return sync && version !== 1 && layer === 1 && third >> 4 !== 15 && third >> 4 !== 0 && ((third >> 2) & 3) !== 3;
}

/** A frame header of AAC in ADTS (ISO/IEC 13818-7): twelve bits set, layer 0, a sampling rate that exists. */
function isAdtsFrame(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  return first === 0xff && (second & 0xf6) === 0xf0 && ((third >> 2) & 15) <= 12;
}

const begins: Readonly<Record<FileKind, (bytes: Uint8Array) => boolean>> = {
  jpeg: (bytes) => textAt(bytes, 0, 3) === '\xff\xd8\xff',
  png: (bytes) => textAt(bytes, 0, 8) === PNG_SIGNATURE,
  webp: (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP',
  wav: (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 8) === 'WAVEfmt ',
  mp3: (bytes) => textAt(bytes, 0, 3) === 'ID3' || isMpegFrame(bytes),
  aac: isAdtsFrame,
  m4a: (bytes) => textAt(bytes, 4, 4) === 'ftyp' && soundBrands.has(textAt(bytes, 8, 4)),
  xlsx: (bytes) => textAt(bytes, 0, 4) === 'PK\x03\x04',
  zip: (bytes) => textAt(bytes, 0, 4) === 'PK\x03\x04',
};

/** Whether the first bytes are those of a file of this kind. */
export const beginsAs = (bytes: Uint8Array, kind: FileKind): boolean => begins[kind](bytes);
