import { Binary, calculateObjectSize, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { requestFailed } from '../../errors';
import { fromBig, isInteger, parseLong, toBig } from '../../values/integers';
import { isPlain } from '../../values/values';
import { parseFree } from '../dates/format';
import { timeOf } from '../dates/time';
import type { Operator } from './compile';
import { isNullish, isNumeric, namedOperands, nullable, onValues, typeName } from './helpers';

/** Conversions of one known value; those that MongoDB does not have throw. */
const CONVERSIONS: Readonly<Record<string, (value: unknown) => unknown>> = {
  double: (value) => {
    if (typeof value === 'boolean') return Number(value);
    if (value instanceof Date) return value.getTime();
    if (typeof value === 'string') return fromText(value, Number(value));
    return Number(numeric('double', value).toString());
  },
  int: (value) => {
    const result = whole('int', value);
    if (typeof result !== 'number' || result < -(2 ** 31) || result >= 2 ** 31) throw overflow('int', value);
    return result;
  },
  long: (value) => (value instanceof Date ? value.getTime() : whole('long', value)),
  decimal: (value) => {
    if (value instanceof Date) return Decimal128.fromString(String(value.getTime()));
    const text =
      typeof value === 'boolean'
        ? String(Number(value))
        : String(typeof value === 'string' ? value : numeric('decimal', value).toString());
    try {
      return Decimal128.fromString(text);
    } catch {
      throw requestFailed(`Failed to parse number '${text}' in $convert`);
    }
  },
  bool: (value) =>
    !(
      value === false ||
      (typeof value === 'number' && value === 0) ||
      (value instanceof Decimal128 && Number(value.toString()) === 0)
    ),
  string: (value) => {
    if (typeof value === 'string') return value;
    if (value instanceof Date) return value.toISOString();
    if (value instanceof ObjectId) return value.toHexString();
    if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Long || value instanceof Decimal128)
      return String(value);
    throw unsupported('string', value);
  },
  objectId: (value) => {
    if (value instanceof ObjectId) return value;
    if (typeof value !== 'string') throw unsupported('objectId', value);
    if (!/^[0-9a-fA-F]{24}$/.test(value)) throw requestFailed(`Failed to parse objectId '${value}' in $convert`);
    return new ObjectId(value);
  },
  date: (value) => {
    if (typeof value === 'string') return new Date(parseFree(value, undefined));
    const number = value instanceof Decimal128 || typeof value === 'number' || value instanceof Long;
    const time = number && !(value instanceof Timestamp) ? Math.trunc(Number(value.toString())) : timeOf(value);
    const date = new Date(time ?? NaN);
    if (Number.isNaN(date.getTime())) throw overflow('date', value);
    return date;
  },
};

const CODES: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  16: 'int',
  18: 'long',
  19: 'decimal',
};

function unsupported(to: string, value: unknown): Error {
  return requestFailed(`Unsupported conversion from ${typeName(value)} to ${to} in $convert with no onError value`);
}

function overflow(to: string, value: unknown): Error {
  return requestFailed(`Conversion would overflow target type ${to} in $convert: ${String(value)}`);
}

function numeric(to: string, value: unknown): number | Long | Decimal128 {
  if (typeof value === 'number' || value instanceof Decimal128) return value;
  if (value instanceof Long && !(value instanceof Timestamp)) return value;
  throw unsupported(to, value);
}

function fromText(text: string, number: number): number {
  if (!/^[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|Infinity|NaN)$/.test(text))
    throw requestFailed(`Failed to parse number '${text}' in $convert`);
  return number;
}

/** Doubles are cut off; texts must be whole numbers. */
function whole(to: string, value: unknown): number | Long {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') {
    const long = parseLong(value);
    if (long === undefined) throw requestFailed(`Failed to parse number '${value}' in $convert`);
    return long;
  }
  const number = numeric(to, value);
  if (isInteger(number)) return number;
  const cut = Math.trunc(Number(number.toString()));
  if (!Number.isFinite(cut) || Math.abs(cut) >= 2 ** 63) throw overflow(to, value);
  return fromBig(toBig(cut)) ?? cut;
}

const convert: Operator = (operand, env) => {
  const named = namedOperands('$convert', operand, ['input', 'to'], ['onError', 'onNull', 'format']);
  if ('format' in named) throw requestFailed('$convert: format is not supported');
  const [input, to] = [env.compile(named.input), env.compile(named.to)];
  const onNull = env.compile(named.onNull ?? null);
  const onError = 'onError' in named ? env.compile(named.onError) : undefined;
  return (frame) => {
    const [value, type] = [input(frame), to(frame)];
    if (isNullish(type)) return null;
    const name = typeof type === 'number' ? CODES[type] : type;
    const apply = typeof name === 'string' && Object.hasOwn(CONVERSIONS, name) ? CONVERSIONS[name] : undefined;
    if (!apply) throw requestFailed(`Unknown type name: ${JSON.stringify(type)}`);
    if (isNullish(value)) return onNull(frame);
    try {
      return apply(value);
    } catch (error) {
      if (onError) return onError(frame);
      throw error;
    }
  };
};

function to(name: string, type: string): Operator {
  return nullable(name, [1, 1], (value) => CONVERSIONS[type]?.(value));
}

const binarySize = nullable('$binarySize', [1, 1], (value) => {
  if (typeof value === 'string') return Buffer.byteLength(value, 'utf8');
  if (value instanceof Binary) return value.length();
  throw requestFailed(`$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
});

const bsonSize = nullable('$bsonSize', [1, 1], (value) => {
  if (!isPlain(value)) throw requestFailed(`$bsonSize requires a document input, found: ${typeName(value)}`);
  return calculateObjectSize(value);
});

export const conversions: Readonly<Record<string, Operator>> = {
  $convert: convert,
  $toBool: to('$toBool', 'bool'),
  $toDate: to('$toDate', 'date'),
  $toDecimal: to('$toDecimal', 'decimal'),
  $toDouble: to('$toDouble', 'double'),
  $toInt: to('$toInt', 'int'),
  $toLong: to('$toLong', 'long'),
  $toObjectId: to('$toObjectId', 'objectId'),
  $toString: to('$toString', 'string'),
  $type: onValues('$type', [1, 1], typeName),
  $isNumber: onValues('$isNumber', [1, 1], isNumeric),
  $binarySize: binarySize,
  $bsonSize: bsonSize,
};
