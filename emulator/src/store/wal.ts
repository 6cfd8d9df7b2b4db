import { existsSync, readFileSync } from 'node:fs';

/**
 * SQLite ends its write-ahead log at the first frame whose checksum is wrong, and says nothing: what was acknowledged
 * after it would be gone without a word. Format: sqlite.org/fileformat2.html#walformat.
 */

const HEADER = 32;
const FRAME_HEADER = 24;

/** Magic number of a log whose checksums are made of big-endian words; one less for little-endian ones. */
const MAGIC_BIG_ENDIAN = 0x377f0683;

interface Sums {
  first: number;
  second: number;
}

/**
 * Number of the first damaged frame of a database file's log, 0 for its header; `undefined` when there is no damage.
 * A last frame that is wrong was cut short by a crash before its transaction was acknowledged.
 */
export function damagedFrame(path: string): number | undefined {
  const wal = existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : Buffer.alloc(0);
  if (wal.length <= HEADER) return undefined;
  const magic = wal.readUInt32BE(0);
  const bigEndian = magic === MAGIC_BIG_ENDIAN;
  if (!bigEndian && magic !== MAGIC_BIG_ENDIAN - 1) return 0;
  let sums = checksum({ first: 0, second: 0 }, wal.subarray(0, 24), bigEndian);
  if (!agrees(sums, wal, 24)) return 0;
  const frameSize = FRAME_HEADER + wal.readUInt32BE(8);
  const frames = Math.floor((wal.length - HEADER) / frameSize);
  for (let frame = 0; frame < frames; frame += 1) {
    const at = HEADER + frame * frameSize;
    sums = checksum(sums, wal.subarray(at, at + 8), bigEndian);
    sums = checksum(sums, wal.subarray(at + FRAME_HEADER, at + frameSize), bigEndian);
    if (saltsOf(wal, at) === 2 && agrees(sums, wal, at + 16)) continue;
    for (let later = frame + 1; later < frames; later += 1) {
      const commit = HEADER + later * frameSize;
      if (saltsOf(wal, commit) === 2 && isCommit(wal, commit)) return frame + 1;
    }
    // One of its two salts being right tells a changed one from the rest of an older, longer log.
    return saltsOf(wal, at) === 1 && isCommit(wal, at) ? frame + 1 : undefined;
  }
  return undefined;
}

/** True for the last frame of a transaction. What a rolled-back one left behind has none. */
const isCommit = (wal: Buffer, at: number): boolean => wal.readUInt32BE(at + 4) !== 0;

/** How many of a frame's two salts are the log's: frames of an older log that was overwritten have others. */
function saltsOf(wal: Buffer, at: number): number {
  return (
    Number(wal.readUInt32BE(at + 8) === wal.readUInt32BE(16)) +
    Number(wal.readUInt32BE(at + 12) === wal.readUInt32BE(20))
  );
}

function agrees({ first, second }: Sums, wal: Buffer, at: number): boolean {
  return wal.readUInt32BE(at) === first && wal.readUInt32BE(at + 4) === second;
}

function checksum({ first, second }: Sums, bytes: Buffer, bigEndian: boolean): Sums {
  for (let at = 0; at < bytes.length; at += 8) {
    const left = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at);
    const right = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4);
    first = (first + left + second) >>> 0;
    second = (second + right + first) >>> 0;
  }
  return { first, second };
}
