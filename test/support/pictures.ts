import { deflateSync } from 'node:zlib';

/*
 * Small pictures, valid to any decoder, and what may ride in them.
 */

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number): Buffer =>
  Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]);
const le32 = (value: number): Buffer => Buffer.from(u32(value)).reverse();

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

/** One chunk of a PNG. */
export const pngChunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([bytesOf(type), data]);
  return Buffer.concat([u32(data.length), named, u32(crc(named))]);
};

/** A grey PNG; `more` are chunks before the picture, `claims` a size that its header states instead. */
export function png(
  { width = 2, height = 2, more = [] }: { width?: number; height?: number; more?: Buffer[] } = {},
  claims: { width: number; height: number } = { width, height },
): Buffer {
  const header = Buffer.concat([u32(claims.width), u32(claims.height), Buffer.from([8, 0, 0, 0, 0])]);
  const rows = Buffer.concat(
    Array.from({ length: height }, () => Buffer.alloc(width + 1, 0x80)).map((row) => (row.fill(0, 0, 1), row)),
  );
  return Buffer.concat([
    bytesOf('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** One segment of a JPEG. */
export const jpegSegment = (marker: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16(data.length + 2), data]);

/** An EXIF segment of either byte order that says how to turn the picture and where it was taken. */
export function exif(orientation: number, place: string, order: 'II' | 'MM' = 'MM'): Buffer {
  const flip = (bytes: Buffer) => (order === 'II' ? Buffer.from(bytes).reverse() : bytes);
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([flip(u16(tag)), flip(u16(type)), flip(u32(count)), value]);
  const directory = Buffer.concat([
    flip(u16(2)),
    entry(0x010f, 2, place.length, flip(u32(38))),
    entry(0x0112, 3, 1, Buffer.concat([flip(u16(orientation)), u16(0)])),
    u32(0),
  ]);
  const tiff = Buffer.concat([bytesOf(order), flip(u16(42)), flip(u32(8)), directory, bytesOf(place)]);
  return jpegSegment(0xe1, Buffer.concat([bytesOf('Exif\0\0'), tiff]));
}

const tables = {
  quantization: jpegSegment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
  huffman: jpegSegment(0xc4, Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(15), Buffer.from([0])])),
  huffmanAc: jpegSegment(0xc4, Buffer.concat([Buffer.from([0x10, 1]), Buffer.alloc(15), Buffer.from([0])])),
};

/** The scan of every JPEG made here: an escaped byte and a restart marker are part of it. */
export const SCAN = Buffer.from([0x00, 0xff, 0x00, 0x3f, 0xff, 0xd0, 0x3f]);

/** A grey JPEG of 8 × 8; `more` are segments after its head, `tail` follows its end. */
export function jpeg({
  width = 8,
  height = 8,
  more = [],
  tail = Buffer.alloc(0),
}: { width?: number; height?: number; more?: Buffer[]; tail?: Buffer } = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    jpegSegment(0xe0, bytesOf('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...more,
    tables.quantization,
    jpegSegment(0xc0, Buffer.concat([Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])])),
    tables.huffman,
    tables.huffmanAc,
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    SCAN,
    Buffer.from([0xff, 0xd9]),
    tail,
  ]);
}

/** One chunk of a RIFF file. */
export const riffChunk = (type: string, data: Buffer): Buffer =>
  Buffer.concat([bytesOf(type), le32(data.length), data, Buffer.alloc(data.length % 2)]);

const riff = (chunks: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(chunks);
  return Buffer.concat([bytesOf('RIFF'), le32(body.length + 4), bytesOf('WEBP'), body]);
};

/** The lossless picture of a WebP of this size; one pixel of it is real. */
export const lossless = (width: number, height: number): Buffer =>
  riffChunk('VP8L', Buffer.concat([Buffer.from([0x2f]), le32(width - 1 + (height - 1) * 0x4000), Buffer.from([0])]));

/** The lossy picture of a WebP of this size. */
export const lossy = (width: number, height: number): Buffer => {
  const frame = Buffer.from([0x10, 0, 0, 0x9d, 0x01, 0x2a, width & 255, width >> 8, height & 255, height >> 8, 0]);
  return riffChunk('VP8 ', frame);
};

/** A WebP file of these chunks, behind an extended header with these flags unless they are left out. */
export function webp(chunks: readonly Buffer[], flags?: number, { width = 4, height = 3 } = {}): Buffer {
  const side = (value: number) => le32(value - 1).subarray(0, 3);
  const head = Buffer.concat([Buffer.from([flags ?? 0, 0, 0, 0]), side(width), side(height)]);
  return riff(flags === undefined ? chunks : [riffChunk('VP8X', head), ...chunks]);
}
