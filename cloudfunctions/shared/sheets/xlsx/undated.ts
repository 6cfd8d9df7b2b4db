/** Signatures and places of the zip format (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
const CENTRAL = { signature: 0x02014b50, bytes: 46, time: 12 };
const LOCAL_TIME = 10;
const END = { signature: 0x06054b50, bytes: 22 };
/** Midnight of the first day that the format knows. */
const FIRST_DAY = 0x00210000;

/** A workbook that we wrote, without the time at which it was: the same content is the same file. */
export function undated(bytes: Buffer): Buffer {
  const end = bytes.length - END.bytes;
  if (bytes.readUInt32LE(end) !== END.signature) throw new Error('an archive with a comment is none of ours');
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL.signature) {
    bytes.writeUInt32LE(FIRST_DAY, at + CENTRAL.time);
    bytes.writeUInt32LE(FIRST_DAY, bytes.readUInt32LE(at + 42) + LOCAL_TIME);
    at += CENTRAL.bytes + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}
