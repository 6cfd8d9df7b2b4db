import { requestFailed } from '../../errors';
import { isoDay, partsOf, startOfYear, type Parts } from './parts';
import { fromLocal } from './zone';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
const sign = (minutes: number): string => (minutes < 0 ? '-' : '+');

const WRITERS: Readonly<Record<string, (parts: Parts) => string>> = {
  Y: (p) => pad(p.year, 4),
  m: (p) => pad(p.month, 2),
  d: (p) => pad(p.day, 2),
  H: (p) => pad(p.hour, 2),
  M: (p) => pad(p.minute, 2),
  S: (p) => pad(p.second, 2),
  L: (p) => pad(p.millisecond, 3),
  j: (p) => pad(p.dayOfYear, 3),
  w: (p) => String(p.dayOfWeek),
  u: (p) => String(p.isoDayOfWeek),
  U: (p) => pad(p.week, 2),
  V: (p) => pad(p.isoWeek, 2),
  G: (p) => pad(p.isoWeekYear, 4),
  b: (p) => (MONTHS[p.month - 1] as string).slice(0, 3),
  B: (p) => MONTHS[p.month - 1] as string,
  z: (p) => {
    const minutes = Math.abs(p.offsetMinutes);
    return `${sign(p.offsetMinutes)}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`;
  },
  Z: (p) => `${sign(p.offsetMinutes)}${pad(Math.abs(p.offsetMinutes), 3)}`,
  '%': () => '%',
};

/** A moment as text, by `$dateToString`'s format specifiers; an unknown one throws. */
export function formatDate(time: number, zone: unknown, format: string): string {
  const parts = partsOf(time, zone);
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    const write = Object.hasOwn(WRITERS, letter) ? WRITERS[letter] : undefined;
    if (!write) throw requestFailed(`Invalid format character '%${letter}' in format string`);
    return write(parts);
  });
}

const READERS: Readonly<Record<string, string>> = {
  Y: '\\d{4}',
  m: '\\d{1,2}',
  d: '\\d{1,2}',
  H: '\\d{1,2}',
  M: '\\d{1,2}',
  S: '\\d{1,2}',
  L: '\\d{1,3}',
  j: '\\d{1,3}',
  u: '[1-7]',
  V: '\\d{1,2}',
  G: '\\d{4}',
  b: '[A-Za-z]{3}',
  B: '[A-Za-z]+',
  z: 'Z|[+-]\\d{2}:?\\d{2}',
  Z: '[+-]\\d{3,4}',
};

/** Reads a text by a format. Throws where it does not fit or names no real date. */
export function parseByFormat(text: string, format: string, zone: unknown): number {
  const letters: string[] = [];
  const source = format.replace(/%(.?)|([.*+?^${}()|[\]\\/])/gs, (all: string, letter: string | undefined) => {
    if (letter === undefined) return `\\${all}`;
    if (letter === '%') return '%';
    const reader = Object.hasOwn(READERS, letter) ? READERS[letter] : undefined;
    if (!reader) throw requestFailed(`Invalid format character '%${letter}' in format string`);
    letters.push(letter);
    return `(${reader})`;
  });
  const found = new RegExp(`^${source}$`).exec(text);
  if (!found) throw requestFailed(`Error parsing date string '${text}' with format '${format}'`);
  const field: Record<string, string | undefined> = {};
  letters.forEach((letter, i) => (field[letter] = found[i + 1]));
  const number = (letter: string, fallback: number): number =>
    field[letter] === undefined ? fallback : Number(field[letter]);
  const clock = ((number('H', 0) * 60 + number('M', 0)) * 60 + number('S', 0)) * 1000 + number('L', 0);
  const local = dayOf(field, number) + clock;
  if (number('H', 0) > 23 || number('M', 0) > 59 || number('S', 0) > 59) throw requestFailed(`bad time in '${text}'`);
  return fromLocal(local, zoneOf(field, zone));
}

function dayOf(
  field: Record<string, string | undefined>,
  number: (letter: string, fallback: number) => number,
): number {
  if (field.G !== undefined) return isoDay(number('G', 0), number('V', 1), number('u', 1));
  const name = field.B ?? field.b;
  const month = name
    ? MONTHS.findIndex((full) => full.slice(0, name.length).toLowerCase() === name.toLowerCase()) + 1
    : number('m', 1);
  if (field.Y === undefined) throw requestFailed('an incomplete date/time string: no year');
  if (field.j !== undefined) return startOfYear(number('Y', 0)) + (number('j', 1) - 1) * 86_400_000;
  const day = new Date(0).setUTCFullYear(number('Y', 0), month - 1, number('d', 1));
  const real = new Date(day);
  if (real.getUTCMonth() !== month - 1 || real.getUTCDate() !== number('d', 1)) throw requestFailed('no such date');
  return day;
}

function zoneOf(field: Record<string, string | undefined>, zone: unknown): unknown {
  if (field.z === undefined && field.Z === undefined) return zone;
  if (zone !== undefined)
    throw requestFailed('you cannot pass in a date/time string with time zone information and a timezone');
  if (field.z !== undefined) return field.z;
  const minutes = Math.abs(Number(field.Z));
  return `${(field.Z as string)[0]}${pad(Math.floor(minutes / 60), 2)}${pad(minutes % 60, 2)}`;
}

const ISO_TEXT =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Reads a text without a format: ISO 8601 dates and times, with or without a zone. */
export function parseFree(text: string, zone: unknown): number {
  const found = ISO_TEXT.exec(text.trim());
  if (!found) throw requestFailed(`Error parsing date string '${text}'`);
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', own] = found;
  const ms = fraction.padEnd(3, '0').slice(0, 3);
  const plain = `${year}-${month}-${day} ${hour}:${minute}:${second}.${ms}`;
  const at = parseByFormat(plain, '%Y-%m-%d %H:%M:%S.%L', undefined);
  if (own && zone !== undefined)
    throw requestFailed('you cannot pass in a date/time string with time zone information and a timezone');
  return fromLocal(at, own ? own.toUpperCase() : zone);
}
