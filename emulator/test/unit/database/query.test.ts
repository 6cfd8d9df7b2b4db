import { ObjectId } from 'bson';
import { compileFilter } from '../../../src/database/query/filter';
import { compileProjection } from '../../../src/database/query/projection';
import { sortDocs } from '../../../src/database/query/sort';
import type { Doc } from '../../../src/database/values/values';

const matches = (doc: Doc, query: Doc): boolean => compileFilter(query).test(doc);
const refused = (query: Doc, reason: RegExp): void => {
  expect(() => compileFilter(query)).toThrow(
    expect.objectContaining({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(reason) as unknown,
    }) as Error,
  );
};

describe('equality', () => {
  test('null matches null and missing, but not an empty array or an array without null', () => {
    expect(matches({}, { a: null })).toBe(true);
    expect(matches({ a: null }, { a: null })).toBe(true);
    expect(matches({ a: [1, null] }, { a: null })).toBe(true);
    expect(matches({ a: [] }, { a: null })).toBe(false);
    expect(matches({ a: 0 }, { a: null })).toBe(false);
    expect(matches({ a: [{ b: 1 }, {}] }, { 'a.b': null })).toBe(true);
    expect(matches({ a: [1, 2] }, { 'a.b': null })).toBe(false);
  });

  test('a value matches an array that holds it, an array matches whole or as an element', () => {
    expect(matches({ a: [1, 2] }, { a: 2 })).toBe(true);
    expect(matches({ a: [1, 2] }, { a: [1, 2] })).toBe(true);
    expect(matches({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
    expect(matches({ a: [[1, 2], 3] }, { a: [1, 2] })).toBe(true);
    expect(matches({ a: [[1]] }, { a: 1 })).toBe(false);
  });

  test('types never mix, and embedded documents match by exact fields in order', () => {
    expect(matches({ a: 1 }, { a: '1' })).toBe(false);
    expect(matches({ a: true }, { a: 1 })).toBe(false);
    expect(matches({ a: new Date(5) }, { a: new Date(5) })).toBe(true);
    expect(matches({ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } })).toBe(true);
    expect(matches({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toBe(false);
    expect(matches({ a: { x: 1, y: 2 } }, { a: { x: 1 } })).toBe(false);
    const id = new ObjectId();
    expect(matches({ a: id }, { a: new ObjectId(id.toHexString()) })).toBe(true);
    expect(matches({ a: id }, { a: id.toHexString() })).toBe(false);
  });

  test('JavaScript’s own properties are not fields', () => {
    expect(matches({}, { constructor: { $exists: true } })).toBe(false);
    expect(matches({}, { 'toString.length': { $exists: true } })).toBe(false);
  });
});

describe('operators', () => {
  test('ranges stay within one type', () => {
    expect(matches({ a: 5 }, { a: { $gt: 3 } })).toBe(true);
    expect(matches({ a: '5' }, { a: { $gt: 3 } })).toBe(false);
    expect(matches({ a: null }, { a: { $lt: 3 } })).toBe(false);
    expect(matches({}, { a: { $lte: null } })).toBe(true);
    expect(matches({ a: NaN }, { a: { $lt: 3 } })).toBe(false);
    expect(matches({ a: [1, 9] }, { a: { $gt: 3, $lt: 5 } })).toBe(true);
    expect(matches({ a: 'b' }, { a: { $gte: 'a', $lt: 'c' } })).toBe(true);
  });

  test('$ne, $nin and $not are the negation of the whole condition', () => {
    expect(matches({ a: [1, 2] }, { a: { $ne: 1 } })).toBe(false);
    expect(matches({}, { a: { $ne: 1 } })).toBe(true);
    expect(matches({ a: null }, { a: { $nin: [1, null] } })).toBe(false);
    expect(matches({ a: 5 }, { a: { $not: { $gt: 9 } } })).toBe(true);
    expect(matches({ a: 'text' }, { a: { $not: /^t/ } })).toBe(false);
  });

  test('$in takes values, null for missing, and regular expressions', () => {
    expect(matches({ a: [7, 2] }, { a: { $in: [1, 2] } })).toBe(true);
    expect(matches({}, { a: { $in: [null] } })).toBe(true);
    expect(matches({ a: 'abc' }, { a: { $in: [/^ab/] } })).toBe(true);
    expect(matches({ a: 1 }, { a: { $in: [] } })).toBe(false);
  });

  test('$elemMatch on fields never matches scalar elements; on operators one element meets all', () => {
    expect(matches({ a: [1, 2] }, { a: { $elemMatch: { b: 1 } } })).toBe(false);
    expect(matches({ a: [1, 2] }, { a: { $elemMatch: { b: { $exists: false } } } })).toBe(false);
    expect(matches({ a: [{ b: 1, c: 2 }] }, { a: { $elemMatch: { b: 1, c: { $gt: 1 } } } })).toBe(true);
    expect(matches({ a: [{ b: 1 }, { c: 2 }] }, { a: { $elemMatch: { b: 1, c: 2 } } })).toBe(false);
    expect(matches({ a: [1, 9] }, { a: { $elemMatch: { $gt: 3, $lt: 5 } } })).toBe(false);
    expect(matches({ a: [1, 4] }, { a: { $elemMatch: { $gt: 3, $lt: 5 } } })).toBe(true);
    expect(matches({ a: 4 }, { a: { $elemMatch: { $gt: 3 } } })).toBe(false);
  });

  test('$all, $size, $exists, $mod, $type', () => {
    expect(matches({ a: [1, 2, 3] }, { a: { $all: [3, 1] } })).toBe(true);
    expect(matches({ a: 1 }, { a: { $all: [1] } })).toBe(true);
    expect(matches({ a: [1] }, { a: { $all: [] } })).toBe(false);
    expect(matches({ a: [{ x: 1 }] }, { a: { $all: [{ $elemMatch: { x: 1 } }] } })).toBe(true);
    expect(matches({ a: [1, 2] }, { a: { $size: 2 } })).toBe(true);
    expect(matches({ a: [[1, 2]] }, { a: { $size: 2 } })).toBe(false);
    expect(matches({ a: undefined }, { a: { $exists: false } })).toBe(true);
    expect(matches({ a: null }, { a: { $exists: true } })).toBe(true);
    expect(matches({ a: 7 }, { a: { $mod: [4, 3] } })).toBe(true);
    expect(matches({ a: [1, 'x'] }, { a: { $type: 'string' } })).toBe(true);
    expect(matches({ a: 1 }, { a: { $type: ['bool', 16] } })).toBe(true);
    expect(matches({ a: 1.5 }, { a: { $type: 'int' } })).toBe(false);
  });

  test('$regex tests strings only, with options', () => {
    expect(matches({ a: 'Abc' }, { a: { $regex: '^ab', $options: 'i' } })).toBe(true);
    expect(matches({ a: 5 }, { a: /5/ })).toBe(false);
    expect(matches({ a: ['x', 'yes'] }, { a: /^y/ })).toBe(true);
  });

  test('$and, $or, $nor and $expr', () => {
    expect(matches({ a: 1, b: 2 }, { $or: [{ a: 9 }, { $and: [{ a: 1 }, { b: 2 }] }] })).toBe(true);
    expect(matches({ a: 1 }, { $nor: [{ a: 1 }, { a: 2 }] })).toBe(false);
    expect(matches({ a: 1, b: 2 }, { $expr: { $lt: ['$a', '$b'] } })).toBe(true);
    expect(matches({ a: 1 }, { $expr: { $eq: ['$a', [1]] } })).toBe(false);
  });

  test('positions in paths name elements', () => {
    expect(matches({ a: [{ b: 1 }, { b: 2 }] }, { 'a.1.b': 2 })).toBe(true);
    expect(matches({ a: [{ b: 1 }, { b: 2 }] }, { 'a.0.b': 2 })).toBe(false);
    expect(matches({ a: { 0: 'x' } }, { 'a.0': 'x' })).toBe(true);
  });
});

describe('misuse is an error, never an empty result', () => {
  test.each<[Doc, RegExp]>([
    [{ $where: 'true' }, /unknown top level operator: \$where/],
    [{ a: { $bogus: 1 } }, /unknown operator: \$bogus/],
    [{ a: { $gt: 1, b: 2 } }, /unknown operator: b/],
    [{ a: { $in: 1 } }, /\$in needs an array/],
    [{ a: { $in: [{ $gt: 1 }] } }, /cannot nest \$ under \$in/],
    [{ a: { $all: 1 } }, /\$all needs an array/],
    [{ a: { $size: -1 } }, /\$size/],
    [{ a: { $elemMatch: 1 } }, /\$elemMatch needs an Object/],
    [{ a: { $not: 1 } }, /\$not needs/],
    [{ a: { $mod: [0, 1] } }, /divisor cannot be 0/],
    [{ a: { $mod: [1] } }, /malformed mod/],
    [{ a: { $type: 'text' } }, /Unknown type name/],
    [{ a: { $type: 'constructor' } }, /Unknown type name/],
    [{ a: { $regex: '(' } }, /Regular expression is invalid/],
    [{ a: { $regex: 'a', $options: 'q' } }, /invalid flag/],
    [{ a: { $options: 'i' } }, /\$options needs/],
    [{ a: { $gt: /x/ } }, /RegEx/],
    [{ a: { $ne: /x/ } }, /regex/],
    [{ $or: [] }, /nonempty array/],
    [{ $and: [1] }, /full objects/],
    [{ a: { $geoWithin: 1 } }, /\$geoWithin/],
    [{ a: { $nearSphere: { $geometry: { type: 'Point' } } } }, /coordinates/],
  ])('%j', (query, reason) => {
    refused(query, reason);
  });
});

describe('geo', () => {
  const at = (lng: number, lat: number): Doc => ({ p: { type: 'Point', coordinates: [lng, lat] } });
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
        [0, 0],
      ],
    ],
  };

  test('$geoWithin a polygon or a circle, $geoIntersects a polygon', () => {
    expect(matches(at(5, 5), { p: { $geoWithin: { $geometry: square } } })).toBe(true);
    expect(matches(at(11, 5), { p: { $geoWithin: { $geometry: square } } })).toBe(false);
    expect(matches(at(0.01, 0), { p: { $geoWithin: { $centerSphere: [[0, 0], 2 / 6378.1] } } })).toBe(true);
    expect(matches(at(0.03, 0), { p: { $geoWithin: { $centerSphere: [[0, 0], 2 / 6378.1] } } })).toBe(false);
    expect(
      matches(
        {
          p: {
            type: 'LineString',
            coordinates: [
              [-5, 5],
              [15, 5],
            ],
          },
        },
        { p: { $geoIntersects: { $geometry: square } } },
      ),
    ).toBe(true);
    expect(
      matches(
        {
          p: {
            type: 'LineString',
            coordinates: [
              [-5, 5],
              [-1, 5],
            ],
          },
        },
        { p: { $geoIntersects: { $geometry: square } } },
      ),
    ).toBe(false);
    expect(matches(at(5, 5), { p: { $geoIntersects: { $geometry: { type: 'Point', coordinates: [5, 5] } } } })).toBe(
      true,
    );
    expect(matches({ p: 'nowhere' }, { p: { $geoWithin: { $geometry: square } } })).toBe(false);
  });

  test('a point in the hole of a polygon is outside', () => {
    const ring = {
      type: 'Polygon',
      coordinates: [
        ...square.coordinates,
        [
          [4, 4],
          [6, 4],
          [6, 6],
          [4, 6],
          [4, 4],
        ],
      ],
    };
    expect(matches(at(5, 5), { p: { $geoWithin: { $geometry: ring } } })).toBe(false);
    expect(matches(at(2, 2), { p: { $geoWithin: { $geometry: ring } } })).toBe(true);
  });

  test('$nearSphere bounds the distance in metres', () => {
    const near = (range: Doc): Doc => ({
      p: { $nearSphere: { $geometry: { type: 'Point', coordinates: [116.4, 39.9] }, ...range } },
    });
    // Beijing to Shanghai is about 1068 km.
    expect(matches(at(121.47, 31.23), near({ $maxDistance: 1_100_000 }))).toBe(true);
    expect(matches(at(121.47, 31.23), near({ $maxDistance: 1_000_000 }))).toBe(false);
    expect(matches(at(121.47, 31.23), near({ $minDistance: 1_100_000 }))).toBe(false);
    expect(matches({}, near({}))).toBe(false);
  });
});

describe('projection', () => {
  const doc: Doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, l: [{ x: 1, y: 2 }, { x: 3, y: 4 }, 5] };

  test('keeps or drops dotted fields, also inside arrays', () => {
    expect(compileProjection({ 'b.c': 1 })(doc)).toEqual({ _id: 1, b: { c: 2 } });
    expect(compileProjection({ 'l.x': 1, _id: 0 })(doc)).toEqual({ l: [{ x: 1 }, { x: 3 }] });
    expect(compileProjection({ 'l.x': 0, b: 0, a: 0 })(doc)).toEqual({ _id: 1, l: [{ y: 2 }, { y: 4 }, 5] });
    expect(compileProjection({ _id: 1 })(doc)).toEqual({ _id: 1 });
    expect(compileProjection({ _id: 0 })({ _id: 1, a: 1 })).toEqual({ a: 1 });
    expect(compileProjection({})(doc)).toEqual(doc);
    expect(compileProjection({ nothing: 1 })(doc)).toEqual({ _id: 1 });
  });

  test('$slice and $elemMatch cut arrays', () => {
    expect(compileProjection({ l: { $slice: 1 } })(doc)).toMatchObject({ a: 1, l: [{ x: 1, y: 2 }] });
    expect(compileProjection({ l: { $slice: [-2, 1] } })(doc)).toMatchObject({ l: [{ x: 3, y: 4 }] });
    expect(compileProjection({ l: { $elemMatch: { x: 3 } } })(doc)).toEqual({ _id: 1, l: [{ x: 3, y: 4 }] });
    expect(compileProjection({ l: { $elemMatch: { x: 9 } } })(doc)).toEqual({ _id: 1 });
    expect(compileProjection({ a: 1, l: { $slice: 1 } })(doc)).toEqual({ _id: 1, a: 1, l: [{ x: 1, y: 2 }] });
  });

  test('mixing both kinds, and unknown options, are errors', () => {
    expect(() => compileProjection({ a: 1, b: 0 })).toThrow(/Cannot do exclusion on field b in inclusion projection/);
    expect(() => compileProjection({ a: { $meta: 'x' } })).toThrow(/Unsupported projection/);
    expect(() => compileProjection({ a: 'x' })).toThrow(/unsupported projection/);
  });
});

describe('sorting', () => {
  const order = (values: unknown[], direction: 1 | -1): unknown[] =>
    sortDocs(
      values.map((a) => ({ a })),
      [['a', direction]],
      (doc) => doc,
    ).map(({ a }) => a);

  test('mixed types follow MongoDB’s order; an empty array is below null', () => {
    const ascending = [[], null, -1, 2, 'a', { x: 1 }, false, true, new Date(0)];
    expect(order([...ascending].reverse(), 1)).toEqual(ascending);
  });

  test('an array counts by its smallest element ascending, by its largest descending', () => {
    expect(order([[5, 1], 3, [2, 9]], 1)).toEqual([[5, 1], [2, 9], 3]);
    expect(order([[5, 1], 3, [2, 9]], -1)).toEqual([[2, 9], [5, 1], 3]);
  });
});
