import { compileUpdate } from '../../../src/database/update/update';
import { storable } from '../../../src/database/update/storable';
import { upsertBase } from '../../../src/database/update/upsert';
import type { Doc } from '../../../src/database/values/values';

const NOW = Date.UTC(2026, 0, 1);
const apply = (doc: Doc, update: Doc): Doc => compileUpdate(update, NOW).apply({ _id: 1, ...doc });
const after = (doc: Doc, update: Doc): Doc => {
  const { _id, ...rest } = apply(doc, update);
  expect(_id).toBe(1);
  return rest;
};
const refused = (doc: Doc, update: Doc, reason: RegExp): void => {
  expect(() => apply(doc, update)).toThrow(
    expect.objectContaining({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(reason) as unknown,
    }) as Error,
  );
};

describe('fields', () => {
  test('$set creates documents on the way and leaves neighbours alone', () => {
    expect(after({ a: { x: 1 } }, { $set: { 'a.y.z': 2 } })).toEqual({ a: { x: 1, y: { z: 2 } } });
  });

  test('$set reaches array elements by position and fills gaps with null', () => {
    expect(after({ a: [{ x: 1 }, { x: 2 }] }, { $set: { 'a.1.x': 9 } })).toEqual({ a: [{ x: 1 }, { x: 9 }] });
    expect(after({ a: [1] }, { $set: { 'a.3': 4 } })).toEqual({ a: [1, null, null, 4] });
    expect(after({ a: [{ x: 1 }, { x: 2 }] }, { $inc: { 'a.$[].x': 1 } })).toEqual({ a: [{ x: 2 }, { x: 3 }] });
  });

  test.each([[null], [1], ['text'], [[1]], [true]])('$set below %p is an error, not a silent change', (value) => {
    refused({ a: value }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element \{a: /);
  });

  test('$set refuses field names that cannot be stored', () => {
    refused({}, { $set: { a: { $x: 1 } } }, /dollar \(\$\) prefixed field '\$x'/);
    refused({}, { $set: { '__proto__.polluted': 1 } }, /__proto__/);
    refused({}, { $set: { 'a..b': 1 } }, /empty field name/);
    expect(({} as Doc).polluted).toBeUndefined();
  });

  test('$set stores a name with a dot inside a value, where no path reaches it', () => {
    expect(after({}, { $set: { a: { 'x.y': 1 } } })).toEqual({ a: { 'x.y': 1 } });
  });

  test('names of JavaScript’s own properties are ordinary fields', () => {
    expect(after({}, { $set: { 'constructor.name': 1, toString: 2 }, $inc: { hasOwnProperty: 1 } })).toEqual({
      constructor: { name: 1 },
      toString: 2,
      hasOwnProperty: 1,
    });
  });

  test('$unset removes a field, makes an element null, and ignores what is missing', () => {
    expect(after({ a: { b: 1, c: 2 }, l: [1, 2] }, { $unset: { 'a.b': '', 'l.0': '', 'x.y': '' } })).toEqual({
      a: { c: 2 },
      l: [null, 2],
    });
  });

  test('$rename moves a field over what is there, and ignores a missing one', () => {
    expect(after({ a: 1, b: 2 }, { $rename: { a: 'b' } })).toEqual({ b: 1 });
    expect(after({ b: 2 }, { $rename: { a: 'b' } })).toEqual({ b: 2 });
    refused({ a: 1 }, { $rename: { a: 1 } }, /must be a string/);
    refused({ a: 1 }, { $rename: { a: 'a' } }, /conflict at 'a'/);
  });

  test('$currentDate writes the server’s time', () => {
    expect(after({}, { $currentDate: { at: true, on: { $type: 'date' } } })).toEqual({
      at: new Date(NOW),
      on: new Date(NOW),
    });
    refused({}, { $currentDate: { at: { $type: 'day' } } }, /\$type/);
  });

  test('_id cannot change, but may be set to what it is', () => {
    refused({}, { $set: { _id: 2 } }, /immutable field '_id'/);
    refused({}, { $unset: { _id: '' } }, /immutable/);
    expect(after({}, { $set: { _id: 1, a: 1 } })).toEqual({ a: 1 });
  });

  test('the given document is never changed in place', () => {
    const doc: Doc = { _id: 1, a: { b: [1] } };
    compileUpdate({ $push: { 'a.b': 2 }, $set: { 'a.c': 1 } }, NOW).apply(doc);
    expect(doc).toEqual({ _id: 1, a: { b: [1] } });
  });
});

describe('numbers', () => {
  test('$inc and $mul count a missing field as 0', () => {
    expect(after({ a: 1 }, { $inc: { a: 2, b: -3 }, $mul: { c: 5 } })).toEqual({ a: 3, b: -3, c: 0 });
    expect(after({ a: 1.5 }, { $mul: { a: 2 } })).toEqual({ a: 3 });
  });

  test.each([['text'], [null], [{}], [[1]], [true], [new Date(0)]])('$inc and $mul on %p are errors', (value) => {
    refused({ a: value }, { $inc: { a: 1 } }, /Cannot apply \$inc to a value of non-numeric type/);
    refused({ a: value }, { $mul: { a: 1 } }, /Cannot apply \$mul to a value of non-numeric type/);
  });

  test('a non-numeric amount is an error even where the field is missing', () => {
    refused({}, { $inc: { a: '1' } }, /Cannot increment with non-numeric argument/);
    refused({}, { $mul: { a: null } }, /Cannot multiply with non-numeric argument/);
  });

  test('$min and $max compare across types and fill a missing field', () => {
    expect(after({ a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 9 } })).toEqual({ a: 3, b: 9 });
    expect(after({ a: 5, b: 5 }, { $min: { a: 7 }, $max: { b: 1 } })).toEqual({ a: 5, b: 5 });
    expect(after({ a: 5 }, { $max: { a: 'text', n: 1 } })).toEqual({ a: 'text', n: 1 });
  });

  test('$bit works on integers only', () => {
    expect(after({ a: 12, b: 1 }, { $bit: { a: { and: 10 }, b: { or: 6 }, c: { xor: 5 } } })).toEqual({
      a: 8,
      b: 7,
      c: 5,
    });
    refused({ a: 1.5 }, { $bit: { a: { and: 1 } } }, /non-integral/);
    refused({ a: null }, { $bit: { a: { or: 1 } } }, /non-integral/);
    refused({ a: 1 }, { $bit: { a: { and: 1.5 } } }, /must be an Integer/);
    refused({ a: 1 }, { $bit: { a: { nand: 1 } } }, /only supports/);
  });
});

describe('arrays', () => {
  test('$push appends, makes a missing array, and takes its modifiers in MongoDB’s order', () => {
    expect(after({ a: [1] }, { $push: { a: 2, b: 'x' } })).toEqual({ a: [1, 2], b: ['x'] });
    expect(after({ a: [1, 2] }, { $push: { a: { $each: [8, 9], $position: 1 } } })).toEqual({ a: [1, 8, 9, 2] });
    expect(after({ a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1, $slice: 2 } } })).toEqual({ a: [1, 2] });
    expect(after({ a: [3, 1] }, { $push: { a: { $each: [2], $slice: -2 } } })).toEqual({ a: [1, 2] });
    expect(after({ a: [{ n: 2 }, { n: 3 }] }, { $push: { a: { $each: [{ n: 1 }], $sort: { n: -1 } } } })).toEqual({
      a: [{ n: 3 }, { n: 2 }, { n: 1 }],
    });
  });

  test('$push of a list without $each adds it as one element', () => {
    expect(after({ a: [1] }, { $push: { a: [2, 3] } })).toEqual({ a: [1, [2, 3]] });
  });

  test.each([['text'], [null], [1], [{}]])('array operators on %p are errors', (value) => {
    for (const operator of ['$push', '$addToSet', '$pull'])
      refused({ a: value }, { [operator]: { a: 1 } }, /must be an array/);
    refused({ a: value }, { $pop: { a: 1 } }, /must be an array/);
    refused({ a: value }, { $pullAll: { a: [1] } }, /must be an array/);
  });

  test('wrong modifiers are errors', () => {
    refused({ a: [] }, { $push: { a: { $each: 1 } } }, /\$each in \$push must be an array/);
    refused({ a: [] }, { $push: { a: { $each: [], $slice: 'x' } } }, /\$slice/);
    refused({ a: [] }, { $push: { a: { $each: [], $sort: 2 } } }, /\$sort/);
    refused({ a: [] }, { $push: { a: { $each: [], $until: 2 } } }, /Unrecognized clause/);
    refused({ a: [] }, { $pop: { a: 2 } }, /\$pop expects 1 or -1/);
    refused({ a: [] }, { $pullAll: { a: 1 } }, /requires an array/);
    refused({ a: [] }, { $push: { a: { $x: 1 } } }, /dollar/);
  });

  test('$addToSet adds what is not there, comparing whole values', () => {
    expect(after({ a: [1, { x: 1 }] }, { $addToSet: { a: { x: 1 } } })).toEqual({ a: [1, { x: 1 }] });
    expect(after({ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2, true] } } })).toEqual({ a: [1, 2, true] });
    expect(after({}, { $addToSet: { a: 1 } })).toEqual({ a: [1] });
  });

  test('$pop drops the last or the first element', () => {
    expect(after({ a: [1, 2, 3] }, { $pop: { a: 1 } })).toEqual({ a: [1, 2] });
    expect(after({ a: [1, 2, 3] }, { $pop: { a: -1 } })).toEqual({ a: [2, 3] });
    expect(after({ a: [] }, { $pop: { a: 1, b: 1 } })).toEqual({ a: [] });
  });

  test('$pull drops by value, by condition and by fields of embedded documents', () => {
    expect(after({ a: [1, 2, 1] }, { $pull: { a: 1 } })).toEqual({ a: [2] });
    expect(after({ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } })).toEqual({ a: [1] });
    expect(after({ a: [{ x: 1, y: 1 }, { x: 2 }, 3] }, { $pull: { a: { x: 1 } } })).toEqual({ a: [{ x: 2 }, 3] });
    expect(after({ a: ['ab', 'cd'] }, { $pull: { a: { $in: ['ab', 'x'] } }, $set: { b: 1 } })).toEqual({
      a: ['cd'],
      b: 1,
    });
    expect(after({ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } })).toEqual({ a: [2] });
  });
});

describe('whole updates', () => {
  test('unknown operators, plain fields and empty updates are errors', () => {
    expect(() => compileUpdate({ $explode: { a: 1 } }, NOW)).toThrow(/Unknown modifier: \$explode/);
    expect(() => compileUpdate({ a: 1 }, NOW)).toThrow(/atomic operators/);
    expect(() => compileUpdate({}, NOW)).toThrow(/must not be empty/);
    expect(() => compileUpdate({ $set: 1 }, NOW)).toThrow(/Modifiers operate on fields/);
    expect(() => compileUpdate({ constructor: { a: 1 } }, NOW)).toThrow(/atomic operators/);
  });

  test('two operators on one path, or on a path and one above it, are an error', () => {
    expect(() => compileUpdate({ $set: { a: 1 }, $inc: { a: 1 } }, NOW)).toThrow(/conflict at 'a'/);
    expect(() => compileUpdate({ $set: { a: {} }, $inc: { 'a.b': 1 } }, NOW)).toThrow(/conflict at 'a'/);
    expect(() => compileUpdate({ $set: { a: 1 }, $rename: { b: 'a' } }, NOW)).toThrow(/conflict at 'a'/);
    expect(after({}, { $set: { ab: 1 }, $inc: { a: 1 } })).toEqual({ ab: 1, a: 1 });
  });

  test('$setOnInsert counts only for a document that is being created', () => {
    const update = compileUpdate({ $set: { a: 1 }, $setOnInsert: { b: 2 } }, NOW);
    expect(update.apply({ _id: 1 })).toEqual({ _id: 1, a: 1 });
    expect(update.apply({ _id: 1 }, true)).toEqual({ _id: 1, a: 1, b: 2 });
  });

  test('an upsert starts from what the query fixes by equality', () => {
    expect(upsertBase({ a: 1, 'b.c': { $eq: 2 }, d: { $gt: 1 }, $and: [{ e: 3 }], $or: [{ f: 1 }] })).toEqual({
      a: 1,
      b: { c: 2 },
      e: 3,
    });
  });
});

describe('stored documents', () => {
  test('have their _id first, made when absent', () => {
    expect(Object.keys(storable({ a: 1, _id: 'x' }, () => 'new'))).toEqual(['_id', 'a']);
    expect(storable({ a: 1 }, () => 'new')).toEqual({ _id: 'new', a: 1 });
  });

  test('may not have an array or a regular expression as _id, nor $ keys at any depth', () => {
    expect(() => storable({ _id: [1] }, String)).toThrow(/cannot be of type array/);
    expect(() => storable({ _id: /a/ }, String)).toThrow(/cannot be of type regex/);
    expect(() => storable({ $a: 1 }, String)).toThrow(/dollar/);
    expect(() => storable({ a: [{ b: { $c: 1 } }] }, String)).toThrow(/'a\.0\.b\.\$c'/);
  });
});
