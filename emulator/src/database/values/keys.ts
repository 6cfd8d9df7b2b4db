import { Long, type Binary, type ObjectId, type Timestamp } from 'bson';
import { toBig } from './integers';
import { Rank, type Doc, rankOf, regexText, toNumber } from './values';

/**
 * Order-preserving binary keys: for any two values, comparing the encodings byte by byte gives the order of
 * `compareValues`, and equal bytes mean equal values. Every encoding ends itself, so encodings can be concatenated.
 */

/** A field's value in a key: the value of a document, or EMPTY_ARRAY. */
export type KeyValue = unknown;

/** An empty array counts as MongoDB's `undefined`: below null, and equal only to another empty array. */
export const EMPTY_ARRAY = Symbol('empty array');

/** Encodes one value, ascending. */
export function encodeValue(value: KeyValue): Buffer {
  const parts: Buffer[] = [];
  append(parts, value);
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
}

/** Encodes one field of an index key; a descending field has all its bits inverted. */
export function encodeField(value: KeyValue, direction: 1 | -1): Buffer {
  const bytes = encodeValue(value);
  return direction === 1 ? bytes : invert(bytes);
}

export function invert(bytes: Buffer): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) result[i] = 0xff ^ (bytes[i] as number);
  return result;
}

/** The smallest key greater than every key that starts with `prefix`; undefined when there is none. */
export function successor(prefix: Buffer): Buffer | undefined {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end -= 1;
  if (end === 0) return undefined;
  const result = Buffer.from(prefix.subarray(0, end));
  result[end - 1] = (result[end - 1] as number) + 1;
  return result;
}

const END = Buffer.from([0]);
const STRING_END = Buffer.from([0, 0]);

function append(parts: Buffer[], value: KeyValue): void {
  if (value === EMPTY_ARRAY) {
    parts.push(Buffer.from([Rank.UNDEFINED]));
    return;
  }
  const rank = rankOf(value);
  switch (rank) {
    case Rank.NUMBER:
      parts.push(...numberKey(rank, value));
      return;
    case Rank.DATE:
      parts.push(ordered(rank, (value as Date).getTime()));
      return;
    case Rank.STRING:
      parts.push(Buffer.from([rank]), text(value as string), STRING_END);
      return;
    case Rank.BOOLEAN:
      parts.push(Buffer.from([rank, value === true ? 1 : 0]));
      return;
    case Rank.OBJECT:
      parts.push(Buffer.from([rank]));
      for (const key of Object.keys(value as Doc)) {
        const field = (value as Doc)[key];
        // MongoDB compares an element's type before its name, and its name before its value.
        parts.push(Buffer.from([rankOf(field)]), text(key), STRING_END);
        append(parts, field);
      }
      parts.push(END);
      return;
    case Rank.ARRAY:
      parts.push(Buffer.from([rank]));
      for (const element of value as unknown[]) append(parts, element);
      parts.push(END);
      return;
    case Rank.REGEX:
      parts.push(Buffer.from([rank]), text(regexText(value as RegExp)), STRING_END);
      return;
    case Rank.OBJECT_ID:
      parts.push(Buffer.from([rank]), Buffer.from((value as ObjectId).toHexString(), 'hex'));
      return;
    case Rank.BINARY:
      parts.push(binary(rank, value as Binary));
      return;
    case Rank.TIMESTAMP:
      parts.push(timestamp(rank, value as Timestamp));
      return;
    case Rank.OTHER:
      parts.push(Buffer.from([rank]), text(String(value)), STRING_END);
      return;
    default:
      parts.push(Buffer.from([rank]));
  }
}

/**
 * A number: the nearest double, and for those that may stand for several integers how far the number is from it. A
 * double tells whether the second part follows, so that keys still end themselves.
 */
function numberKey(rank: number, value: unknown): Buffer[] {
  const number = toNumber(value);
  const key = ordered(rank, number);
  if (!Number.isFinite(number) || Math.abs(number) < 2 ** 53) return [key];
  const offset = Buffer.allocUnsafe(2);
  // Doubles below 2^63 are at most 1024 apart.
  offset.writeUInt16BE(0x8000 + (value instanceof Long ? Number(toBig(value) - BigInt(number)) : 0));
  return [key, offset];
}

/** A double whose bytes sort as the number does: sign bit flipped, negatives inverted; NaN below everything. */
function ordered(rank: number, number: number): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = rank;
  if (Number.isNaN(number)) return bytes;
  bytes.writeDoubleBE(number === 0 ? 0 : number, 1);
  if ((bytes[1] as number) & 0x80) {
    for (let i = 1; i < 9; i += 1) bytes[i] = 0xff ^ (bytes[i] as number);
  } else {
    bytes[1] = (bytes[1] as number) | 0x80;
  }
  return bytes;
}

/** UTF-8 with each NUL written as 00 FF, so that the terminator 00 00 sorts below any continuation. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  if (!value.includes('\u0000')) return bytes;
  const escaped: number[] = [];
  for (const byte of bytes) {
    escaped.push(byte);
    if (byte === 0) escaped.push(0xff);
  }
  return Buffer.from(escaped);
}

function binary(rank: number, value: Binary): Buffer {
  const bytes = Buffer.from(value.value(true) as Buffer);
  const head = Buffer.alloc(6);
  head[0] = rank;
  head.writeUInt32BE(bytes.length, 1);
  head[5] = value.sub_type;
  return Buffer.concat([head, bytes]);
}

function timestamp(rank: number, value: Timestamp): Buffer {
  const bytes = Buffer.alloc(9);
  bytes[0] = rank;
  bytes.writeUInt32BE(value.getHighBitsUnsigned(), 1);
  bytes.writeUInt32BE(value.getLowBitsUnsigned(), 5);
  return bytes;
}
