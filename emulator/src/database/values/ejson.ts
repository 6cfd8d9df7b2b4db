import { randomBytes } from 'node:crypto';
import { EJSON, ObjectId, type Long } from 'bson';
import { invalidParam, requestFailed } from '../errors';
import { parseLong } from './integers';
import { hasOwn, isPlain, type Doc } from './values';

/**
 * EJSON in and out. Inside the engine numbers are plain doubles, dates are Date, regular expressions RegExp; rare BSON
 * types keep their bson class. The stored text is relaxed EJSON that the SDK's parser reads as it is, so an
 * unprojected read sends it unchanged.
 */

/** MongoDB's own limit for nesting. */
const MAX_DEPTH = 100;

/** MongoDB's own limit for one document. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Parses a wire string into values; `now` (ms) gives `serverDate()` its time. Throws INVALID_PARAM on bad JSON. */
export function parseWire(text: unknown, what: string, now: number): unknown {
  if (typeof text !== 'string') throw invalidParam(`${what} must be a string of EJSON`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw invalidParam(`${what} is not valid JSON`);
  }
  return decode(raw, now, 0);
}

/** Like `parseWire`, for what must be an object. */
export function parseWireDoc(text: unknown, what: string, now: number): Doc {
  const value = parseWire(text, what, now);
  if (!isPlain(value)) throw requestFailed(`${what} must be an object`);
  return value;
}

/** Turns parsed JSON with EJSON tags into values. Throws on malformed tags and on nesting beyond 100 levels. */
export function decode(raw: unknown, now: number, depth: number): unknown {
  if (typeof raw !== 'object' || raw === null) return raw;
  if (depth > MAX_DEPTH) throw requestFailed(`nesting is deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(raw)) return raw.map((element) => decode(element, now, depth + 1));
  const source = raw as Doc;
  const keys = Object.keys(source);
  const first = keys[0];
  if (first !== undefined && first.charCodeAt(0) === 36 && keys.length === 1) {
    const tagged = decodeTag(source, first, now);
    if (tagged !== NOT_A_TAG) return tagged;
  }
  const result: Doc = {};
  for (const key of keys) {
    // Assigning this name would set the prototype instead of a field.
    if (key === '__proto__') throw requestFailed("field name '__proto__' is not allowed");
    result[key] = decode(source[key], now, depth + 1);
  }
  return result;
}

const NOT_A_TAG = Symbol('not a tag');
const RARE_TAGS = new Set(['$binary', '$numberDecimal', '$timestamp', '$minKey', '$maxKey', '$uuid']);

function decodeTag(source: Doc, tag: string, now: number): unknown {
  const value = source[tag];
  switch (tag) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return decodeNumber(tag, value);
    case '$date':
      return decodeDate(value);
    case '$regularExpression':
      return decodeRegex(value);
    case '$oid':
      if (typeof value !== 'string' || !/^[0-9a-fA-F]{24}$/.test(value))
        throw requestFailed(`bad $oid: ${String(value)}`);
      return new ObjectId(value);
    case '$tcb_server_date':
      return serverDate(value, now);
    case '$undefined':
      return null;
    case '$symbol':
      // The old type of symbols is sorted and compared as text.
      if (typeof value !== 'string') throw requestFailed('bad $symbol');
      return value;
    default:
      return RARE_TAGS.has(tag) ? decodeRare(source, tag) : NOT_A_TAG;
  }
}

function decodeNumber(tag: string, value: unknown): number | Long {
  const long = tag === '$numberLong' && typeof value === 'string' ? parseLong(value) : undefined;
  if (long !== undefined) return long;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  if (Number.isNaN(number) && value !== 'NaN') throw requestFailed(`bad ${tag}: ${String(value)}`);
  return number;
}

function decodeDate(value: unknown): Date {
  const inner = isPlain(value) && hasOwn(value, '$numberLong') ? Number(value.$numberLong) : value;
  const date = typeof inner === 'number' || typeof inner === 'string' ? new Date(inner) : new Date(NaN);
  if (Number.isNaN(date.getTime())) throw requestFailed(`bad $date: ${JSON.stringify(value)}`);
  return date;
}

function decodeRegex(value: unknown): RegExp {
  if (!isPlain(value) || typeof value.pattern !== 'string') throw requestFailed('bad $regularExpression');
  return makeRegex(value.pattern, value.options ?? '');
}

/** Builds a regular expression from MongoDB's pattern and options (`i`, `m`, `s`, `u`; `g` has no meaning there). */
export function makeRegex(pattern: string, options: unknown): RegExp {
  if (typeof options !== 'string') throw requestFailed('$options has to be a string');
  const flags = [...new Set(options)].filter((flag) => flag !== 'g').sort();
  const unknown = flags.find((flag) => !'imsu'.includes(flag));
  if (unknown) throw requestFailed(`invalid flag in regex options: ${unknown}`);
  try {
    return new RegExp(pattern, flags.join(''));
  } catch (error) {
    throw requestFailed(`Regular expression is invalid: ${(error as Error).message}`);
  }
}

function serverDate(value: unknown, now: number): Date {
  const offset = isPlain(value) ? decode(value.offset ?? 0, now, 0) : 0;
  return new Date(now + (typeof offset === 'number' && Number.isFinite(offset) ? offset : 0));
}

function decodeRare(source: Doc, tag: string): unknown {
  try {
    return EJSON.deserialize(source, { relaxed: false });
  } catch {
    throw requestFailed(`bad ${tag}`);
  }
}

/** The text stored for a document, which is also its wire form. Throws when it exceeds 16 MB. */
export function encodeText(value: unknown): string {
  const text = JSON.stringify(encode(value));
  if (text.length > MAX_BYTES) throw requestFailed('object to insert too large. limit is 16777216 bytes');
  return text;
}

/** Reads a document back from its stored text, which was checked when it was written: most have few tags or none. */
export function decodeText(text: string): Doc {
  const doc = JSON.parse(text) as Doc;
  return text.includes('"$') ? (revive(doc) as Doc) : doc;
}

/** Turns tags into values in place. */
function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) if (typeof value[i] === 'object') value[i] = revive(value[i]);
    return value;
  }
  const doc = value as Doc;
  for (const key in doc) {
    // Stored field names never start with `$`, so a key that does is a tag.
    if (key.charCodeAt(0) === 36) return decodeTag(doc, key, 0);
    if (typeof doc[key] === 'object') doc[key] = revive(doc[key]);
  }
  return doc;
}

/** The wire form of a stored text: ObjectIds come back as plain strings (upstream oid.test.ts). */
export function textToWire(text: string): string {
  return text.includes('"$oid"') ? docToWire(decodeText(text)) : text;
}

/** The wire form of a value read from the engine. */
export function docToWire(doc: unknown): string {
  return JSON.stringify(encode(doc, true)) ?? 'null';
}

function encode(value: unknown, plainIds = false): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      // JSON has no NaN, infinities or negative zero.
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) };
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((element) => encode(element, plainIds) ?? null);
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } };
  if (isPlain(value)) {
    const result: Doc = {};
    for (const key of Object.keys(value)) result[key] = encode(value[key], plainIds);
    return result;
  }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } };
  if (value instanceof ObjectId) return plainIds ? value.toHexString() : { $oid: value.toHexString() };
  return EJSON.serialize({ value }, { relaxed: false }).value as unknown;
}

/** A document id as CloudBase makes them: 32 hexadecimal digits. */
export function newId(): string {
  return randomBytes(16).toString('hex');
}
