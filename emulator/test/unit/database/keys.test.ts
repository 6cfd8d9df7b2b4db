import fc from 'fast-check';
import { EMPTY_ARRAY, encodeField, encodeValue, successor } from '../../../src/database/values/keys';
import { compareValues } from '../../../src/database/values/values';
import { anyValue, largeInteger } from './values';

const sign = (n: number): number => Math.sign(n) + 0;

// Properties take seconds on a busy machine.
jest.setTimeout(60_000);

describe('index keys', () => {
  test('bytes sort as MongoDB sorts the values, and are equal only for equal values', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(sign(Buffer.compare(encodeValue(a), encodeValue(b)))).toBe(sign(compareValues(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  test('integers that no double holds have keys of their own, in order, also before another field', () => {
    fc.assert(
      fc.property(largeInteger, largeInteger, anyValue, anyValue, (a, b, c, d) => {
        const key = (first: unknown, second: unknown): Buffer =>
          Buffer.concat([encodeValue(first), encodeValue(second)]);
        const expected = compareValues(a, b) || compareValues(c, d);
        expect(sign(Buffer.compare(key(a, c), key(b, d)))).toBe(sign(expected));
      }),
      { numRuns: 3000 },
    );
  });

  test('keys of several fields sort field by field, each in its direction', () => {
    const pair = fc.tuple(anyValue, anyValue);
    const direction = fc.constantFrom<1 | -1>(1, -1);
    fc.assert(
      fc.property(pair, pair, fc.tuple(direction, direction), (x, y, directions) => {
        const key = (values: unknown[]): Buffer =>
          Buffer.concat(values.map((value, i) => encodeField(value, directions[i] as 1 | -1)));
        const expected = compareValues(x[0], y[0]) * directions[0] || compareValues(x[1], y[1]) * directions[1];
        expect(sign(Buffer.compare(key(x), key(y)))).toBe(sign(expected));
      }),
      { numRuns: 2000 },
    );
  });

  test('a string that holds NULs is not mistaken for a shorter one and the next field', () => {
    const nasty = ['', '\u0000', '\u0000\u0000', 'a', 'a\u0000', 'a\u0000\u0000', 'a\u0000b', 'a\u0001', 'b'];
    const seconds = [null, 0, '', '\u0000', [], false];
    const pairs = nasty.flatMap((text) => seconds.map((second): [unknown, unknown] => [text, second]));
    for (const x of pairs) {
      for (const y of pairs) {
        const key = (pair: [unknown, unknown]): Buffer => Buffer.concat(pair.map((value) => encodeField(value, 1)));
        const expected = compareValues(x[0], y[0]) || compareValues(x[1], y[1]);
        expect(sign(Buffer.compare(key(x), key(y)))).toBe(sign(expected));
      }
    }
  });

  test('the order of types is MongoDB’s', () => {
    const ascending = [
      EMPTY_ARRAY,
      null,
      NaN,
      -Infinity,
      -1,
      0,
      0.5,
      Infinity,
      '',
      'a',
      'a\u0000',
      'aa',
      {},
      { a: 1 },
      [],
      [1],
      false,
      true,
      new Date(-1),
      new Date(1),
      /a/,
    ].map(encodeValue);
    expect([...ascending].sort((a, b) => Buffer.compare(a, b))).toEqual(ascending);
  });

  test('true and 1, "1" and 1, and a date and its number are different keys', () => {
    expect(encodeValue(true)).not.toEqual(encodeValue(1));
    expect(encodeValue('1')).not.toEqual(encodeValue(1));
    expect(encodeValue(new Date(1))).not.toEqual(encodeValue(1));
  });

  test('missing and null are one key; an empty array is another', () => {
    expect(encodeValue(undefined)).toEqual(encodeValue(null));
    expect(encodeValue(EMPTY_ARRAY)).not.toEqual(encodeValue(null));
  });

  test('the successor of a prefix is above everything that starts with it and below everything else above it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5 }), fc.uint8Array({ maxLength: 5 }), (p, k) => {
        const [prefix, key] = [Buffer.from(p), Buffer.from(k)];
        const next = successor(prefix);
        const below = next === undefined || Buffer.compare(key, next) < 0;
        const startsWith = key.subarray(0, prefix.length).equals(prefix);
        expect(below).toBe(startsWith || Buffer.compare(key, prefix) < 0);
      }),
    );
  });
});
