import fc from 'fast-check';
import { Links } from '../../../src/storage/links';
import { bucketOf, checkCloudPath, fileIdOf, pathOfFileId } from '../../../src/storage/paths';
import { parseRange } from '../../../src/storage/range';
import { Signer } from '../../../src/storage/signer';

describe('cloud paths', () => {
  test.each(['a', 'a/b.png', '封面/第 1 页.jpg', '..a', 'a..', '...', 'a b', '%2e%2e/x', 'x'.repeat(850)])(
    '%p is one',
    (path) => expect(checkCloudPath(path)).toBe(path),
  );

  test.each([
    undefined,
    null,
    7,
    {},
    '',
    '/',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    './a',
    'a/..',
    'a\\b',
    'a\u0000',
    'a\u007f',
    '\udfff',
    'x'.repeat(851),
    '书'.repeat(284),
  ])('%p is not', (path) => expect(() => checkCloudPath(path)).toThrow('invalid cloudPath'));

  test('whatever passes has no part that climbs', () => {
    const part = fc.constantFrom('..', '.', '', 'a', '/', '\\', '\0', 'b.png', '%2e');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const path = parts.join('/');
        try {
          checkCloudPath(path);
        } catch {
          return;
        }
        expect(path.split(/[/\\]/).every((name) => name !== '' && name !== '.' && name !== '..')).toBe(true);
      }),
    );
  });

  test('file ids lead back to their path in their own environment only', () => {
    expect(bucketOf('te-1')).toBe('7465-te-1-1250000000');
    const id = fileIdOf('local', 'a/b');
    expect(pathOfFileId('local', id)).toBe('a/b');
    expect(pathOfFileId('other', id)).toBeUndefined();
    for (const foreign of [undefined, 7, 'a/b', 'cloud://local/a/b'])
      expect(pathOfFileId('local', foreign)).toBeUndefined();
  });
});

describe('byte ranges', () => {
  test.each([
    [undefined, 10, undefined],
    ['bytes=0-0', 10, { start: 0, end: 0 }],
    ['bytes=0-', 10, { start: 0, end: 9 }],
    ['bytes=3-100', 10, { start: 3, end: 9 }],
    ['bytes=-4', 10, { start: 6, end: 9 }],
    ['bytes=-100', 10, { start: 0, end: 9 }],
    ['bytes=-0', 10, 'unsatisfiable'],
    ['bytes=10-', 10, 'unsatisfiable'],
    ['bytes=0-', 0, 'unsatisfiable'],
    ['bytes=-1', 0, 'unsatisfiable'],
    ['bytes=5-3', 10, undefined],
    ['bytes=-', 10, undefined],
    ['bytes=1-2,4-5', 10, undefined],
    ['items=0-1', 10, undefined],
  ])('%p of %d bytes', (header, size, expected) => expect(parseRange(header, size)).toEqual(expected));

  test('a range given back always lies inside the file', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.option(fc.nat(60)), fc.option(fc.nat(60)), (size, from, to) => {
        const range = parseRange(`bytes=${from ?? ''}-${to ?? ''}`, size);
        if (range === undefined || range === 'unsatisfiable') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });
});

describe('signed addresses', () => {
  let now = 1_000_000;
  const signer = new Signer('key', () => now);
  const links = new Links(signer, () => 'http://127.0.0.1:1');
  beforeEach(() => (now = 1_000_000));

  test('are good until their end, for their purpose, path and moment only', () => {
    const { expires, signature } = signer.sign('get', 'a', 60);
    expect(signer.fault('get', 'a', expires, signature)).toBeUndefined();
    expect(signer.fault('put', 'a', expires, signature)).toBe('mismatch');
    expect(signer.fault('get', 'b', expires, signature)).toBe('mismatch');
    expect(signer.fault('get', 'a', expires + 1, signature)).toBe('mismatch');
    expect(signer.fault('get', 'a', expires, signature.slice(1))).toBe('mismatch');
    expect(signer.fault('get', 'a', NaN, signature)).toBe('mismatch');
    expect(new Signer('other', () => now).fault('get', 'a', expires, signature)).toBe('mismatch');
    now += 59_999;
    expect(signer.fault('get', 'a', expires, signature)).toBeUndefined();
    now += 1;
    expect(signer.fault('get', 'a', expires, signature)).toBe('expired');
  });

  test('carry any path through encodeURI, which the SDK applies', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (path) => {
        const url = links.download(path, 60);
        expect(encodeURI(url)).toBe(url);
        expect(links.parseDownload(new URL(url))?.path).toBe(path);
        const ticket = links.upload(path);
        expect(links.parseUpload(new URL(ticket.url), ticket.authorization)?.path).toBe(path);
      }),
    );
  });

  test.each([
    [60, 60],
    [undefined, 86_400],
    [0, 86_400],
    [-1, 86_400],
    [1.5, 86_400],
    ['60', 86_400],
    [1e12, 365 * 86_400],
  ])('a life of %p becomes %d seconds', (maxAge, seconds) => {
    const url = new URL(links.download('a', maxAge));
    expect(Number(url.searchParams.get('t'))).toBe(now / 1000 + seconds);
  });
});
