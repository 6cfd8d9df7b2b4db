import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** A document or embedded document: own string keys, values of the EJSON model (see `ejson.ts`). */
export type Doc = Record<string, unknown>;

/**
 * Ranks of MongoDB's cross-type order, smallest first. Gaps leave room; a rank is also the first byte of an index key.
 * UNDEFINED is what an empty array counts as when it is sorted or indexed.
 */
export const Rank = {
  MIN_KEY: 0x02,
  UNDEFINED: 0x04,
  NULL: 0x06,
  NUMBER: 0x08,
  STRING: 0x0a,
  OBJECT: 0x0c,
  ARRAY: 0x0e,
  BINARY: 0x10,
  OBJECT_ID: 0x12,
  BOOLEAN: 0x14,
  DATE: 0x16,
  TIMESTAMP: 0x18,
  REGEX: 0x1a,
  OTHER: 0x1c,
  MAX_KEY: 0xf0,
} as const;

/** The rank of a value; a missing value (undefined) counts as null. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return Rank.STRING;
    case 'number':
      return Rank.NUMBER;
    case 'boolean':
      return Rank.BOOLEAN;
    case 'undefined':
      return Rank.NULL;
    default:
  }
  if (value === null) return Rank.NULL;
  if (Array.isArray(value)) return Rank.ARRAY;
  if (value instanceof Date) return Rank.DATE;
  if (isPlain(value)) return Rank.OBJECT;
  if (value instanceof ObjectId) return Rank.OBJECT_ID;
  // Timestamp extends Long, so it must be asked first.
  if (value instanceof Timestamp) return Rank.TIMESTAMP;
  if (value instanceof Decimal128 || value instanceof Long) return Rank.NUMBER;
  if (value instanceof RegExp) return Rank.REGEX;
  if (value instanceof Binary) return Rank.BINARY;
  if (value instanceof MinKey) return Rank.MIN_KEY;
  if (value instanceof MaxKey) return Rank.MAX_KEY;
  return Rank.OTHER;
}

/** True for an embedded document, false for arrays, dates and BSON classes. */
export function isPlain(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Own property or undefined: a field called `constructor` or `toString` must never find JavaScript's own. */
export function own(doc: Doc, key: string): unknown {
  return Object.prototype.hasOwnProperty.call(doc, key) ? doc[key] : undefined;
}

export function hasOwn(doc: Doc, key: string): boolean {
  return Object.prototype.hasOwnProperty.call(doc, key);
}

/** The nearest double of a numeric value. */
export function toNumber(value: unknown): number {
  return typeof value === 'number' ? value : Number(String(value));
}

/** A number for comparison; JavaScript compares numbers and bigints by what they stand for. */
function exactly(value: unknown): number | bigint {
  return value instanceof Long ? BigInt(value.toString()) : toNumber(value);
}

/** Total order of MongoDB over all values; 0 exactly when MongoDB calls them equal. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  if (difference !== 0) return difference;
  switch (rank) {
    case Rank.NUMBER:
      return compareNumbers(exactly(a), exactly(b));
    case Rank.STRING:
      return compareStrings(a as string, b as string);
    case Rank.OBJECT:
      return compareObjects(a as Doc, b as Doc);
    case Rank.ARRAY:
      return compareArrays(a as unknown[], b as unknown[]);
    case Rank.BOOLEAN:
      return Number(a) - Number(b);
    case Rank.DATE:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime());
    case Rank.BINARY:
      return compareBinary(a as Binary, b as Binary);
    case Rank.REGEX:
      return compareStrings(regexText(a as RegExp), regexText(b as RegExp));
    case Rank.OBJECT_ID:
      return compareStrings((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case Rank.TIMESTAMP:
      return (a as Timestamp).compare(b as Timestamp);
    case Rank.OTHER:
      return compareStrings(String(a), String(b));
    default:
      return 0;
  }
}

export function equalValues(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0;
}

/** Text that decides a regular expression's identity and order. */
export function regexText(regex: RegExp): string {
  return `${regex.source}\u0000${regex.flags}`;
}

/** NaN is the smallest number, as in MongoDB; -0 equals 0. */
function compareNumbers(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (!Number.isNaN(a) && !Number.isNaN(b)) return 0;
  return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
}

/** Order of the UTF-8 bytes, which differs from JavaScript's order of UTF-16 units for surrogates. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return utf8Weight(x) - utf8Weight(y);
  }
  return a.length - b.length;
}

function utf8Weight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

function compareObjects(a: Doc, b: Doc): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i += 1) {
    const x = left[i] as string;
    const y = right[i] as string;
    // What is the same needs no ranks; before and after an update of a long list nearly all of it is.
    if (x === y && a[x] === b[y]) continue;
    const order = rankOf(a[x]) - rankOf(b[y]) || compareStrings(x, y) || compareValues(a[x], b[y]);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const order = compareValues(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinary(a: Binary, b: Binary): number {
  return (
    a.length() - b.length() ||
    a.sub_type - b.sub_type ||
    Buffer.compare(a.value(true) as Buffer, b.value(true) as Buffer)
  );
}
