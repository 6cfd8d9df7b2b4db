import { bigEndian, byteAt, joined, littleEndian, pieceAt, textAt } from './bytes';
import { broken } from './fault';
import { guardPixels, type Picture } from './picture';

/*
 * JPEG (ITU-T T.81, annex B) without what tells of the person, the place or the device: of the application segments only
 * what a decoder needs for the colours stays. The compressed picture is copied as it is, so nothing of it is lost.
 */

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;

/** What stays of the segments APP0 to APP15 and of comments, by what they begin with. */
const keptApps: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' };
const isApp = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
const COMMENT = 0xfe;

/** Start of a frame, which has the size; the three others between them are tables. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers that stand alone. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

const isKept = (segment: Uint8Array, marker: number): boolean => {
  if (isApp(marker)) {
    const begins = keptApps[marker];
    return begins !== undefined && textAt(segment, 4, begins.length) === begins;
  }
  return marker !== COMMENT;
};

/** Where the compressed data of a scan ends: at the next marker that is none of its own. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = byteAt(bytes, at + 1);
    if (next !== 0x00 && next !== 0xff && !isBare(next)) return at;
  }
  return broken();
}

const ORIENTATION = 0x0112;
const TIFF = 10;

/** How the picture is to be turned (1 to 8), as its EXIF says; 1 where it does not. */
function orientationOf(segment: Uint8Array): number {
  const order = textAt(segment, TIFF, 2);
  if (textAt(segment, 4, 6) !== 'Exif\0\0' || (order !== 'II' && order !== 'MM')) return 1;
  const number = order === 'II' ? littleEndian : bigEndian;
  try {
    const directory = TIFF + number(segment, TIFF + 4, 4);
    for (let entry = 0; entry < number(segment, directory, 2); entry += 1) {
      const at = directory + 2 + entry * 12;
      if (number(segment, at, 2) !== ORIENTATION) continue;
      const value = number(segment, at + 8, 2);
      return value >= 1 && value <= 8 ? value : 1;
    }
  } catch {
    // A directory that points beyond its segment says nothing.
  }
  return 1;
}

/** An EXIF segment that says how to turn the picture and nothing else. */
const turned = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);

/** The picture of a JPEG file, cleaned; what follows its end is cut off. Throws FileFault. */
export function cleanJpeg(bytes: Uint8Array): Picture {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) broken();
  const pieces: Uint8Array[] = [];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (byteAt(bytes, at) !== 0xff) broken();
    const marker = byteAt(bytes, at + 1);
    if (marker === EOI) break;
    if (marker === 0xff || isBare(marker)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const end = at + 2 + Math.max(2, bigEndian(bytes, at + 2, 2));
    const segment = pieceAt(bytes, at, end);
    if (isFrame(marker)) {
      if (size !== undefined) broken();
      size = { height: bigEndian(bytes, at + 5, 2), width: bigEndian(bytes, at + 7, 2) };
    }
    if (marker === APP1 && orientation === 1) orientation = orientationOf(segment);
    if (isKept(segment, marker)) pieces.push(segment);
    at = end;
    if (marker !== SOS) continue;
    scans += 1;
    at = endOfScan(bytes, end);
    pieces.push(bytes.subarray(end, at));
  }
  if (size === undefined || scans === 0) broken();
  guardPixels(size.width, size.height);
  const [width, height] = orientation >= 5 ? [size.height, size.width] : [size.width, size.height];
  const head = orientation === 1 ? [] : [turned(orientation)];
  return {
    bytes: joined([Uint8Array.of(0xff, SOI), ...head, ...pieces, Uint8Array.of(0xff, EOI)]),
    width,
    height,
  };
}
