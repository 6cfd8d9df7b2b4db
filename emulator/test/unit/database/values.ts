import { Binary, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';

/** Generators of values and documents as MongoDB knows them, with plenty of near misses. */

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'ab',
    'b',
    'a\u0000',
    'a\u0000b',
    '\u0000',
    '~',
    '中',
    '文',
    '\ue000',
    '\uffff',
    '😀',
    '😀a',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

/** Integers about the edges of what doubles hold, as the engine keeps them, and the doubles nearest to them. */
const large = fc.oneof(
  fc.bigInt({ min: 2n ** 53n - 2n, max: 2n ** 53n + 6n }),
  fc.bigInt({ min: -(2n ** 53n) - 6n, max: -(2n ** 53n) + 2n }),
  fc.bigInt({ min: 2n ** 63n - 3000n, max: 2n ** 63n - 1n }),
);
export const largeInteger: fc.Arbitrary<unknown> = fc.oneof(
  large.map((n) => Number(n)),
  large.map((n) => (BigInt(Number(n)) === n ? Number(n) : Long.fromString(n.toString()))),
);
const number: fc.Arbitrary<unknown> = fc.oneof(
  largeInteger,
  fc.constantFrom(0, -0, 1, -1, 2, 1.5, -1.5, NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e-300, 1e300),
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
);

const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: number },
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 5 }).map((ms) => new Date(ms)) },
  { weight: 1, arbitrary: fc.constantFrom(new Date(8e15), new Date(-8e15)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0'.repeat(24), 'f'.repeat(24), `${'0'.repeat(23)}1`).map((id) => new ObjectId(id)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(Buffer.from(bytes))) },
  { weight: 1, arbitrary: fc.constantFrom(/a/, /a/i, /b/) },
  { weight: 1, arbitrary: fc.constantFrom(new MinKey(), new MaxKey()) },
  { weight: 1, arbitrary: fc.nat(3).map((n) => Timestamp.fromBits(n, 1)) },
);

const name = fc.constantFrom('a', 'b', 'ab', 'c');

/** Any value, nested up to two levels. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** Values from a small set, so that equalities and overlaps happen often. */
export const smallValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 3, arbitrary: fc.constantFrom('x', 'xy', 'y', '') },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, new Date(0), new Date(2)) },
);

const smallArray = fc.array(
  fc.oneof({ weight: 6, arbitrary: smallValue }, { weight: 1, arbitrary: fc.array(smallValue, { maxLength: 2 }) }),
  {
    maxLength: 3,
  },
);

/** Only `p` may be an array: two arrays side by side cannot be in one index. */
const smallRecord = fc.record(
  { p: fc.oneof({ weight: 5, arbitrary: smallValue }, { weight: 1, arbitrary: smallArray }), q: smallValue },
  { requiredKeys: [], noNullPrototype: true },
);

/** A document with fields a, b, c that may be scalars, arrays, records or lists of records; at most one is a list. */
export const smallDoc: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    a: fc.oneof({ weight: 4, arbitrary: smallValue }, { weight: 2, arbitrary: smallArray }),
    b: smallValue,
    c: fc.oneof(
      { weight: 2, arbitrary: smallValue },
      { weight: 2, arbitrary: smallRecord },
      { weight: 2, arbitrary: fc.array(smallRecord, { maxLength: 3 }) },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
);
