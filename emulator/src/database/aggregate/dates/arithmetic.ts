import { requestFailed } from '../../errors';
import type { Operator } from '../expression/compile';
import { onNamed } from '../expression/helpers';
import { startOfYear } from './parts';
import { isNullZone, timeOf } from './time';
import { fromLocal, offsetAt } from './zone';

const UNIT_MS: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};
const UNIT_MONTHS: Readonly<Record<string, number>> = { year: 12, quarter: 3, month: 1 };
/** The length of a unit in ms; throws for those whose length varies. */
export function lengthOf(unit: string): number {
  const ms = UNIT_MS[unit];
  if (ms === undefined) throw requestFailed(`unit must be week or smaller, not ${unit}`);
  return ms;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Adds units in local time; a day that the month lacks becomes its last. */
export function shiftDate(time: number, unit: string, amount: number, zone: unknown): number {
  const months = UNIT_MONTHS[unit];
  const ms = UNIT_MS[unit];
  if (months === undefined && ms === undefined) throw requestFailed(`unknown time unit value: ${unit}`);
  // Units below a day are lengths of time; from a day up the clock on the wall stays.
  if (ms !== undefined && ms < 86_400_000) return time + ms * amount;
  const local = time + (zone === undefined ? 0 : offsetAt(zone, time));
  if (months === undefined) return fromLocal(local + (ms as number) * amount, zone);
  const date = new Date(local);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months * amount);
  const last = new Date(date);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(day, last.getUTCDate()));
  return fromLocal(date.getTime(), zone);
}

function shift(name: string, sign: 1 | -1): Operator {
  return onNamed(name, ['startDate', 'unit', 'amount'], ['timezone'], (given) => {
    const time = timeOf(given.startDate);
    const { unit, amount } = given;
    if (time === undefined || isNullZone(given) || unit == null || amount == null) return null;
    if (typeof amount !== 'number' || !Number.isInteger(amount)) throw requestFailed(`${name} expects integer amount`);
    return new Date(shiftDate(time, unitOf(unit), sign * amount, given.timezone));
  });
}

/** The number of the unit a local time falls into, counted from a fixed point. */
function ordinal(local: number, unit: string, startOfWeek: number): number {
  const date = new Date(local);
  const months = UNIT_MONTHS[unit];
  if (months !== undefined) return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months);
  const ms = UNIT_MS[unit];
  if (ms === undefined) throw requestFailed(`unknown time unit value: ${unit}`);
  // The epoch was a Thursday.
  return unit === 'week' ? Math.floor((local / 86_400_000 + 4 - startOfWeek) / 7) : Math.floor(local / ms);
}

function unitOf(value: unknown): string {
  if (typeof value !== 'string') throw requestFailed('unit must be a string');
  return value;
}

function weekStart(value: unknown): number {
  const at = WEEKDAYS.indexOf(typeof value === 'string' ? value.slice(0, 3).toLowerCase() : 'sun');
  if (at < 0) throw requestFailed('unrecognized day of week in startOfWeek');
  return at;
}

const DIFF = ['timezone', 'startOfWeek'];

const dateDiff = onNamed('$dateDiff', ['startDate', 'endDate', 'unit'], DIFF, (given) => {
  const [start, end] = [timeOf(given.startDate), timeOf(given.endDate)];
  if (start === undefined || end === undefined || given.unit == null || isNullZone(given)) return null;
  const unit = unitOf(given.unit);
  const first = weekStart(given.startOfWeek);
  const local = (time: number): number => time + (given.timezone === undefined ? 0 : offsetAt(given.timezone, time));
  return ordinal(local(end), unit, first) - ordinal(local(start), unit, first);
});

const TRUNC = ['binSize', 'timezone', 'startOfWeek'];

const dateTrunc = onNamed('$dateTrunc', ['date', 'unit'], TRUNC, (given) => {
  const time = timeOf(given.date);
  const { binSize: size = 1 } = given;
  if (time === undefined || given.unit == null || size === null || isNullZone(given)) return null;
  if (typeof size !== 'number' || !Number.isInteger(size) || size <= 0)
    throw requestFailed('$dateTrunc requires binSize to be a positive integer');
  const unit = unitOf(given.unit);
  const first = weekStart(given.startOfWeek);
  const local = time + (given.timezone === undefined ? 0 : offsetAt(given.timezone, time));
  // Bins are counted from the year 2000.
  const origin = ordinal(startOfYear(2000), unit, first);
  const at = origin + Math.floor((ordinal(local, unit, first) - origin) / size) * size;
  return new Date(fromLocal(momentOf(at, unit, first), given.timezone));
});

function momentOf(at: number, unit: string, startOfWeek: number): number {
  const months = UNIT_MONTHS[unit];
  if (months !== undefined) return new Date(0).setUTCFullYear(0, at * months, 1);
  return unit === 'week' ? (at * 7 - 4 + startOfWeek) * 86_400_000 : at * (UNIT_MS[unit] as number);
}

export const dateArithmetic: Readonly<Record<string, Operator>> = {
  $dateAdd: shift('$dateAdd', 1),
  $dateSubtract: shift('$dateSubtract', -1),
  $dateDiff: dateDiff,
  $dateTrunc: dateTrunc,
};
