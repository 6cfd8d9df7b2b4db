import fc from 'fast-check';
import { PIXELS_MAX, SIDE_MAX } from '../../../contract/shared/files/constants';
import { FileFault } from '../../../cloudfunctions/shared/files/rules/fault';
import { cleanJpeg } from '../../../cloudfunctions/shared/files/rules/jpeg';
import { cleanPng } from '../../../cloudfunctions/shared/files/rules/png';
import { cleanWebp } from '../../../cloudfunctions/shared/files/rules/webp';
import { exif, jpeg, jpegSegment, lossless, lossy, png, pngChunk, riffChunk, SCAN, webp } from '../../support/pictures';

const PLACE = 'GPS 30.5,114.3 江城';
const secret = Buffer.from(PLACE, 'latin1');
const holds = (bytes: Uint8Array, what: Buffer) => Buffer.from(bytes).includes(what);

/** The code of the fault, or what came of it where there was none. */
function faultOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof FileFault) return error.code;
    throw error;
  }
}

describe('a JPEG', () => {
  it('keeps its picture byte for byte and loses place, texts, thumbnails and what follows its end', () => {
    const comment = jpegSegment(0xfe, secret);
    const iptc = jpegSegment(0xed, secret);
    const thumbnails = jpegSegment(0xe0, Buffer.concat([Buffer.from('JFXX\0'), secret]));
    const foreign = jpegSegment(0xe2, Buffer.concat([Buffer.from('MPF\0'), secret]));
    const { bytes, width, height } = cleanJpeg(
      jpeg({ more: [exif(1, PLACE), comment, iptc, thumbnails, foreign], tail: secret }),
    );
    expect(Buffer.from(bytes)).toEqual(jpeg());
    expect([width, height]).toEqual([8, 8]);
  });

  it('keeps what its colours need', () => {
    const profile = jpegSegment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01profile', 'latin1'));
    const adobe = jpegSegment(0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1'));
    const whole = jpeg({ more: [profile, adobe] });
    expect(Buffer.from(cleanJpeg(whole).bytes)).toEqual(whole);
  });

  it.each(['II', 'MM'] as const)('taken sideways is still the right way up, and says nothing else (%s)', (order) => {
    const turned = cleanJpeg(jpeg({ width: 8, height: 16, more: [exif(6, PLACE, order)] }));
    expect([turned.width, turned.height]).toEqual([16, 8]);
    expect(holds(turned.bytes, secret)).toBe(false);
    // What is read of the cleaned picture is the same again.
    const again = cleanJpeg(turned.bytes);
    expect(again).toEqual(turned);
    expect([again.width, again.height]).toEqual([16, 8]);
  });

  it('whose EXIF is damaged or says nothing of a turn stays as it is', () => {
    const cut = jpegSegment(0xe1, Buffer.from('Exif\0\0MM\0\x2a\0\0\xff\xff', 'latin1'));
    const none = jpegSegment(0xe1, Buffer.from('Exif\0\0MM\0\x2a\0\0\0\x08\0\0', 'latin1'));
    const odd = exif(9, PLACE);
    const xmp = jpegSegment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'));
    const order = jpegSegment(0xe1, Buffer.from('Exif\0\0XX\0\x2a\0\0\0\x08\0\0', 'latin1'));
    for (const more of [[cut], [none], [odd], [xmp], [order]]) {
      expect(Buffer.from(cleanJpeg(jpeg({ more })).bytes)).toEqual(jpeg());
    }
  });

  it('with bytes that fill up between segments, or a marker that stands alone, is read on', () => {
    const filled = jpeg({ more: [Buffer.from([0xff]), Buffer.from([0xff, 0x01])] });
    expect(Buffer.from(cleanJpeg(filled).bytes)).toEqual(jpeg());
  });

  it.each([
    ['another beginning', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
    ['only a beginning', Buffer.from([0xff, 0xd8])],
    ['no picture', Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    [
      'a frame without a scan',
      Buffer.concat([jpeg().subarray(0, jpeg().indexOf(SCAN) - 10), Buffer.from([0xff, 0xd9])]),
    ],
    ['a scan without an end', jpeg().subarray(0, -2)],
    ['a scan cut within a marker', jpeg().subarray(0, -1)],
    ['a segment longer than the file', Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0xff, 0xff, 0])],
    ['two frames', jpeg({ more: [jpegSegment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))] })],
    ['something between its segments', jpeg({ more: [Buffer.from('<html>')] })],
    ['no height', jpeg({ height: 0 })],
  ])('with %s is refused', (_, bytes) => {
    expect(faultOf(() => cleanJpeg(bytes))).toBe('FILE_BROKEN');
  });
});

describe('a PNG', () => {
  it('keeps its picture and loses texts, times, EXIF, profiles and what follows its end', () => {
    const more = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'acTL'].map((type) => pngChunk(type, secret));
    const dirty = Buffer.concat([png({ more }), secret]);
    expect(Buffer.from(cleanPng(dirty).bytes)).toEqual(png());
    const needed = png({ more: [pngChunk('pHYs', Buffer.alloc(9)), pngChunk('tRNS', Buffer.alloc(2))] });
    expect(Buffer.from(cleanPng(needed).bytes)).toEqual(needed);
  });

  it.each([
    ['another beginning', jpeg()],
    ['no header', Buffer.concat([png().subarray(0, 8), pngChunk('IDAT', Buffer.alloc(13))])],
    ['two headers', png({ more: [pngChunk('IHDR', Buffer.alloc(13))] })],
    ['no end', png().subarray(0, -12)],
    ['no picture', Buffer.concat([png().subarray(0, 33), pngChunk('IEND', Buffer.alloc(0))])],
    ['no width', png({}, { width: 0, height: 2 })],
  ])('with %s is refused', (_, bytes) => {
    expect(faultOf(() => cleanPng(bytes))).toBe('FILE_BROKEN');
  });
});

describe('a WebP', () => {
  it('keeps its picture and loses EXIF and XMP, and the flags that announce them', () => {
    const dirty = webp([lossless(4, 3), riffChunk('EXIF', secret), riffChunk('XMP ', secret)], 0x08 | 0x04 | 0x10);
    const { bytes, width, height } = cleanWebp(Buffer.concat([dirty, secret]));
    expect(Buffer.from(bytes)).toEqual(webp([lossless(4, 3)], 0x10));
    expect([width, height]).toEqual([4, 3]);
    expect(cleanWebp(webp([lossy(300, 200)]))).toMatchObject({ width: 300, height: 200 });
  });

  it('that moves is refused with words', () => {
    expect(faultOf(() => cleanWebp(webp([lossless(4, 3)], 0x02)))).toBe('FILE_KIND');
  });

  it.each([
    ['another beginning', png()],
    ['another kind of RIFF', Buffer.from('RIFF\x04\0\0\0WAVE', 'latin1')],
    ['no picture', webp([riffChunk('ICCP', secret)])],
    ['two pictures', webp([lossless(1, 1), lossless(1, 1)])],
    ['less than it says', webp([lossless(1, 1)]).subarray(0, -1)],
    ['a lossy picture that is none', webp([riffChunk('VP8 ', Buffer.alloc(10))])],
    ['a lossless picture that is none', webp([riffChunk('VP8L', Buffer.alloc(5))])],
    ['a chunk longer than the file', webp([Buffer.concat([Buffer.from('VP8L'), Buffer.from([255, 0, 0, 0])])])],
  ])('with %s is refused', (_, bytes) => {
    expect(faultOf(() => cleanWebp(bytes))).toBe('FILE_BROKEN');
  });
});

it.each([
  ['PNG', (width: number, height: number) => cleanPng(png({}, { width, height }))],
  ['JPEG', (width: number, height: number) => cleanJpeg(jpeg({ width, height }))],
  ['WebP', (width: number, height: number) => cleanWebp(webp([lossless(1, 1)], 0, { width, height }))],
])('a %s of a few hundred bytes that claims thousands of megabytes is refused without being decoded', (_, clean) => {
  expect(faultOf(() => clean(SIDE_MAX + 1, 1))).toBe('FILE_TOO_LARGE');
  expect(faultOf(() => clean(1, SIDE_MAX + 1))).toBe('FILE_TOO_LARGE');
  expect(faultOf(() => clean(SIDE_MAX, Math.floor(PIXELS_MAX / SIDE_MAX) + 1))).toBe('FILE_TOO_LARGE');
  expect(clean(SIDE_MAX, PIXELS_MAX / SIDE_MAX)).toMatchObject({ width: SIDE_MAX });
});

it('whatever bytes come, a picture is cleaned or refused, and the bytes of a cleaned one are clean', () => {
  const cleaners = [cleanJpeg, cleanPng, cleanWebp];
  const wholes = [jpeg({ more: [exif(6, PLACE)] }), png({ more: [pngChunk('tEXt', secret)] }), webp([lossy(9, 9)], 8)];
  fc.assert(
    fc.property(
      fc.constantFrom(0, 1, 2),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }),
      fc.nat(400),
      (which, changes, cut) => {
        const bytes = Buffer.from(wholes[which] as Buffer);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const given = bytes.subarray(0, Math.max(0, bytes.length - (cut > 300 ? cut - 300 : 0)));
        const clean = cleaners[which] as typeof cleanJpeg;
        const result = faultOf(() => clean(given));
        if (typeof result === 'string') return;
        const cleaned = result as ReturnType<typeof cleanJpeg>;
        expect(clean(cleaned.bytes)).toEqual(cleaned);
      },
    ),
    { numRuns: 300 },
  );
});
