import { createInflateRaw } from 'node:zlib';
import { SheetFault } from '../rules/fault';

/** Signatures and lengths of the zip format (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). */
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const CENTRAL = { signature: 0x02014b50, bytes: 46 };
const END = { signature: 0x06054b50, bytes: 22 };
const STORED = 0;
const DEFLATED = 8;

/** Most bytes that all parts together may unpack to. */
const MAX_UNPACKED = 100 * 1024 * 1024;
/** A sheet of nothing but formatted empty rows packs 25 to 1; beyond this a part was made to do harm. */
const MAX_RATIO = 200;
/** Unpacked bytes of a part for which the ratio does not matter. */
const FREE = 1024 * 1024;

interface Part {
  method: number;
  encrypted: boolean;
  /** Of the local header. */
  offset: number;
  packed: number;
}

/** The archive is damaged, or was never one. */
export class DamagedArchive extends Error {}

/**
 * A zip archive whose parts are unpacked a piece at a time. What its directory says about unpacked sizes is not
 * believed: the bytes are counted as they come, and the archive is refused when they are too many.
 */
export class Archive {
  private readonly parts: ReadonlyMap<string, Part>;
  private unpacked = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly name: string,
  ) {
    this.parts = directory(bytes);
  }

  /** Paths of the parts, in lower case. */
  get paths(): string[] {
    return [...this.parts.keys()];
  }

  has(path: string): boolean {
    return this.parts.has(path.toLowerCase());
  }

  /** A part's bytes. Throws DamagedArchive, or SheetFault beyond the bounds. */
  async *read(path: string): AsyncGenerator<Buffer> {
    const part = this.parts.get(path.toLowerCase());
    if (!part) throw new DamagedArchive(`no part ${path}`);
    if (part.encrypted) {
      throw new SheetFault(`${this.name} 加了密码。请用表格软件打开，取消密码后另存为 .xlsx 再导入。`);
    }
    let length = 0;
    for await (const piece of this.pieces(part)) {
      length += piece.length;
      this.unpacked += piece.length;
      if (this.unpacked > MAX_UNPACKED || length > FREE + part.packed * MAX_RATIO) {
        throw new SheetFault(
          `${this.name} 只有 ${Math.ceil(this.bytes.length / 1024)} KB，展开后却过大，没有继续读。` +
            '请新建一个工作簿，只复制需要导入的行和列，另存后再导入。',
        );
      }
      yield piece;
    }
  }

  private pieces({ method, offset, packed }: Part): AsyncIterable<Buffer> | Iterable<Buffer> {
    const { bytes } = this;
    if (offset + LOCAL.bytes > bytes.length || bytes.readUInt32LE(offset) !== LOCAL.signature)
      throw new DamagedArchive();
    const start = offset + LOCAL.bytes + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + packed > bytes.length) throw new DamagedArchive();
    const content = bytes.subarray(start, start + packed);
    if (method === STORED) return [content];
    if (method !== DEFLATED) throw new DamagedArchive(`method ${method}`);
    const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
    inflate.end(content);
    return inflate;
  }
}

/** Where the parts are, by the directory at the archive's end. */
function directory(bytes: Buffer): Map<string, Part> {
  let end = bytes.length - END.bytes;
  while (end >= 0 && bytes.readUInt32LE(end) !== END.signature) end -= 1;
  if (end < 0) throw new DamagedArchive('no directory');
  const parts = new Map<string, Part>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + CENTRAL.bytes > bytes.length || bytes.readUInt32LE(at) !== CENTRAL.signature) throw new DamagedArchive();
    const nameLength = bytes.readUInt16LE(at + 28);
    const path = bytes.toString('utf8', at + CENTRAL.bytes, at + CENTRAL.bytes + nameLength);
    parts.set(path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase(), {
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      offset: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
    });
    at += CENTRAL.bytes + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}
