import { byteAt, joined, littleEndian, pieceAt, textAt } from './bytes';
import { broken, FileFault } from './fault';
import { guardPixels, type Picture } from './picture';

/*
 * WebP (RFC 9649): a RIFF container. The picture, its transparency and its colours stay; EXIF and XMP go, and with them
 * the flags that announce them. Moving pictures are not taken: each frame would have to be looked at.
 */

const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
const MOVING_FLAG = 0x02;
const kept = new Set(['VP8 ', 'VP8L', 'ALPH', 'ICCP']);

type Size = readonly [width: number, height: number];

/** The size that a chunk says; `undefined` for one that says none. */
function sizeOf(type: string, bytes: Uint8Array, at: number): Size | undefined {
  if (type === 'VP8X') return [littleEndian(bytes, at + 4, 3) + 1, littleEndian(bytes, at + 7, 3) + 1];
  if (type === 'VP8 ') {
    if (littleEndian(bytes, at + 3, 3) !== 0x2a019d) broken();
    return [littleEndian(bytes, at + 6, 2) % 0x4000, littleEndian(bytes, at + 8, 2) % 0x4000];
  }
  if (type !== 'VP8L') return undefined;
  if (byteAt(bytes, at) !== 0x2f) broken();
  const bits = littleEndian(bytes, at + 1, 4);
  return [(bits % 0x4000) + 1, (Math.floor(bits / 0x4000) % 0x4000) + 1];
}

const fourBytes = (value: number): number[] => [value, value >> 8, value >> 16, value >> 24].map((byte) => byte & 0xff);

/** The extended header without the flags of what goes. */
function extended(chunk: Uint8Array): Uint8Array {
  const flags = byteAt(chunk, 8);
  if ((flags & MOVING_FLAG) !== 0) throw new FileFault('FILE_KIND', '不收会动的图片。请换一张静态的。');
  const copy = Uint8Array.from(chunk);
  copy[8] = flags & ~(EXIF_FLAG | XMP_FLAG);
  return copy;
}

/** The picture of a WebP file, cleaned; what follows its end is cut off. Throws FileFault. */
export function cleanWebp(bytes: Uint8Array): Picture {
  if (textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP') broken();
  const end = 8 + littleEndian(bytes, 4, 4);
  const inside = pieceAt(bytes, 0, end);
  const pieces: Uint8Array[] = [];
  const sizes: Size[] = [];
  let pictures = 0;
  for (let at = 12; at < end;) {
    const type = textAt(inside, at, 4);
    const length = littleEndian(inside, at + 4, 4);
    const next = at + 8 + length + (length % 2);
    const chunk = pieceAt(inside, at, next);
    const size = sizeOf(type, chunk, 8);
    if (size !== undefined) sizes.push(size);
    if (type === 'VP8 ' || type === 'VP8L') pictures += 1;
    if (type === 'VP8X') pieces.push(extended(chunk));
    else if (kept.has(type)) pieces.push(chunk);
    at = next;
  }
  if (pictures !== 1) broken();
  const width = Math.max(...sizes.map(([each]) => each));
  const height = Math.max(...sizes.map(([, each]) => each));
  guardPixels(width, height);
  const body = joined(pieces);
  const head = [...'RIFF'].map((letter) => letter.charCodeAt(0));
  const name = [...'WEBP'].map((letter) => letter.charCodeAt(0));
  return { bytes: joined([Uint8Array.from([...head, ...fourBytes(body.length + 4), ...name]), body]), width, height };
}
