import { requestFailed } from '../../errors';
import type { Operator } from './compile';
import { integer, isNullish, nullable, onNamed, onValues, text, typeName } from './helpers';

/** What the operators that change texts make of a value: null and missing are empty. */
function loose(name: string, value: unknown): string {
  if (isNullish(value)) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw requestFailed(`${name} requires a string argument, found: ${typeName(value)}`);
}

/** MongoDB changes the case of ASCII letters only. */
const CASES = {
  $toLower: (value: string) => value.replace(/[A-Z]+/g, (part) => part.toLowerCase()),
  $toUpper: (value: string) => value.replace(/[a-z]+/g, (part) => part.toUpperCase()),
};

const concat = nullable('$concat', [0, Infinity], (...parts) => parts.map((part) => text('$concat', part)).join(''));

const strcasecmp = onValues('$strcasecmp', [2, 2], (a, b) => {
  const [x, y] = [CASES.$toUpper(loose('$strcasecmp', a)), CASES.$toUpper(loose('$strcasecmp', b))];
  return Math.sign(Buffer.compare(Buffer.from(x), Buffer.from(y)));
});

/** Positions, in bytes or code points, of a text in another. */
function indexOf(name: string, unitsOf: (value: string) => { at: (unit: number) => number; length: number }): Operator {
  return onValues(name, [2, 4], (value, search, start = 0, end = Infinity) => {
    if (isNullish(value)) return null;
    const [whole, part] = [text(name, value), text(name, search)];
    const units = unitsOf(whole);
    const from = integer(name, start, 0);
    const to = end === Infinity ? units.length : Math.min(integer(name, end, 0), units.length);
    if (from > to) return -1;
    const found = whole.slice(units.at(from), units.at(to)).indexOf(part);
    return found < 0 ? -1 : from + unitsOf(whole.slice(units.at(from), units.at(from) + found)).length;
  });
}

function codePoints(value: string): { at: (unit: number) => number; length: number } {
  const points = [...value];
  return { at: (unit) => points.slice(0, unit).join('').length, length: points.length };
}

function utf8(value: string): { at: (unit: number) => number; length: number } {
  const bytes = Buffer.from(value, 'utf8');
  return { at: (unit) => bytes.toString('utf8', 0, unit).length, length: bytes.length };
}

/** Bytes of UTF-8; a negative length means to the end. */
function substrBytes(name: string): Operator {
  return onValues(name, [3, 3], (value, start, length) => {
    if (typeof start !== 'number' || typeof length !== 'number')
      throw requestFailed(`${name}: starting index and length must be numbers`);
    if (start < 0) throw requestFailed(`${name}: starting index must be non-negative`);
    const bytes = Buffer.from(loose(name, value), 'utf8');
    const from = Math.min(Math.trunc(start), bytes.length);
    const to = length < 0 ? bytes.length : Math.min(from + Math.trunc(length), bytes.length);
    if (splits(bytes, from) || splits(bytes, to))
      throw requestFailed(`${name}: Invalid range, starting or ending in the middle of a UTF-8 character.`);
    return bytes.toString('utf8', from, to);
  });
}

function splits(bytes: Buffer, at: number): boolean {
  return at < bytes.length && ((bytes[at] as number) & 0xc0) === 0x80;
}

const substrCP = onValues('$substrCP', [3, 3], (value, start, length) => {
  const from = integer('$substrCP', start, 0);
  const count = integer('$substrCP', length, 0);
  return [...loose('$substrCP', value)].slice(from, from + count).join('');
});

const split = nullable('$split', [2, 2], (value, by) => {
  const [whole, separator] = [text('$split', value), text('$split', by)];
  if (separator === '') throw requestFailed('$split requires a non-empty separator');
  return whole.split(separator);
});

/** The white space of MongoDB's `$trim`: NUL and what Unicode has. */
const SPACE = new Set(
  '\u0000\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);

function trim(name: string, left: boolean, right: boolean): Operator {
  return onNamed(name, ['input'], ['chars'], (given) => {
    if (isNullish(given.input) || ('chars' in given && isNullish(given.chars))) return null;
    const points = [...text(name, given.input)];
    const drop = 'chars' in given ? new Set(text(name, given.chars)) : SPACE;
    let [from, to] = [0, points.length];
    while (left && from < to && drop.has(points[from] as string)) from += 1;
    while (right && from < to && drop.has(points[to - 1] as string)) to -= 1;
    return points.slice(from, to).join('');
  });
}

function replace(name: string, apply: (input: string, find: string, by: string) => string): Operator {
  return onNamed(name, ['input', 'find', 'replacement'], [], ({ input, find, replacement }) => {
    const parts = [input, find, replacement];
    const wrong = parts.find((part) => !isNullish(part) && typeof part !== 'string');
    if (wrong !== undefined) throw requestFailed(`${name} requires strings, found: ${typeName(wrong)}`);
    return parts.some(isNullish) ? null : apply(input as string, find as string, replacement as string);
  });
}

export const strings: Readonly<Record<string, Operator>> = {
  $concat: concat,
  $indexOfBytes: indexOf('$indexOfBytes', utf8),
  $indexOfCP: indexOf('$indexOfCP', codePoints),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $trim: trim('$trim', true, true),
  $replaceOne: replace('$replaceOne', (input, find, by) => input.replace(find, () => by)),
  $replaceAll: replace('$replaceAll', (input, find, by) => input.replaceAll(find, () => by)),
  $split: split,
  $strLenBytes: onValues('$strLenBytes', [1, 1], (value) => Buffer.byteLength(text('$strLenBytes', value), 'utf8')),
  $strLenCP: onValues('$strLenCP', [1, 1], (value) => [...text('$strLenCP', value)].length),
  $strcasecmp: strcasecmp,
  $substr: substrBytes('$substr'),
  $substrBytes: substrBytes('$substrBytes'),
  $substrCP: substrCP,
  $toLower: onValues('$toLower', [1, 1], (value) => CASES.$toLower(loose('$toLower', value))),
  $toUpper: onValues('$toUpper', [1, 1], (value) => CASES.$toUpper(loose('$toUpper', value))),
};
