import { bigEndian, joined, pieceAt, textAt } from './bytes';
import { broken } from './fault';
import { guardPixels, type Picture } from './picture';

/** PNG (ISO/IEC 15948): what a decoder needs for one still picture. Texts, times, EXIF and embedded profiles go. */
const kept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']);
export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** The picture of a PNG file, cleaned; what follows its end is cut off. Throws FileFault. */
export function cleanPng(bytes: Uint8Array): Picture {
  if (textAt(bytes, 0, 8) !== PNG_SIGNATURE || textAt(bytes, 12, 4) !== 'IHDR') broken();
  const width = bigEndian(bytes, 16, 4);
  const height = bigEndian(bytes, 20, 4);
  guardPixels(width, height);
  const pieces = [bytes.subarray(0, 8)];
  let data = 0;
  for (let at = 8, type = ''; type !== 'IEND';) {
    const end = at + 12 + bigEndian(bytes, at, 4);
    const chunk = pieceAt(bytes, at, end);
    type = textAt(bytes, at + 4, 4);
    if (type === 'IHDR' && at !== 8) broken();
    if (type === 'IDAT') data += 1;
    if (kept.has(type)) pieces.push(chunk);
    at = end;
  }
  if (data === 0) broken();
  return { bytes: joined(pieces), width, height };
}
