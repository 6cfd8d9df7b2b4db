/** Signatures of the zip format (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16). */
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;

/**
 * Bytes that the files of a zip archive claim to unpack to; NaN when it has no readable directory. A workbook of a few
 * kilobytes can claim gigabytes, and must be refused before it is unpacked.
 */
export function unpackedBytes(zip: Buffer): number {
  let end = zip.length - END_BYTES;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) return Number.NaN;
  let total = 0;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + CENTRAL_BYTES > zip.length || zip.readUInt32LE(at) !== CENTRAL) return Number.NaN;
    total += zip.readUInt32LE(at + 24);
    at += CENTRAL_BYTES + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return total;
}
