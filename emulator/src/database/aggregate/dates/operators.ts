import { requestFailed } from '../../errors';
import { isPlain, type Doc } from '../../values/values';
import type { Operator } from '../expression/compile';
import { onNamed, onValues } from '../expression/helpers';
import { formatDate, parseByFormat, parseFree } from './format';
import { isoDay, partsOf, type Parts } from './parts';
import { isNullZone, timeOf } from './time';
import { fromLocal } from './zone';

/** An operator that reads one part of `date` or `{date, timezone}`. */
function part(name: string, key: keyof Parts): Operator {
  const alone = onValues(name, [1, 1], (date) => {
    const time = timeOf(date);
    return time === undefined ? null : partsOf(time)[key];
  });
  const named = onNamed(name, ['date'], ['timezone'], (given) => {
    const time = timeOf(given.date);
    return time === undefined || isNullZone(given) ? null : partsOf(time, given.timezone)[key];
  });
  return (operand, env) => {
    const only = Array.isArray(operand) && operand.length === 1 ? (operand[0] as unknown) : operand;
    return (isPlain(only) && !Object.keys(only)[0]?.startsWith('$') ? named : alone)(only, env);
  };
}

const dateToString = onNamed('$dateToString', ['date'], ['format', 'timezone', 'onNull'], (given) => {
  const time = timeOf(given.date);
  if (time === undefined) return 'onNull' in given ? given.onNull : null;
  if (isNullZone(given) || ('format' in given && (given.format ?? null) === null)) return null;
  const { format = given.timezone === undefined ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L' } = given;
  if (typeof format !== 'string') throw requestFailed("$dateToString requires that 'format' be a string");
  return formatDate(time, given.timezone, format);
});

const dateToParts = onNamed('$dateToParts', ['date'], ['timezone', 'iso8601'], (given) => {
  const time = timeOf(given.date);
  if (time === undefined || isNullZone(given)) return null;
  const { year, month, day, isoWeekYear, isoWeek, isoDayOfWeek, ...rest } = partsOf(time, given.timezone);
  const { hour, minute, second, millisecond } = rest;
  const clock = { hour, minute, second, millisecond };
  return given.iso8601 === true ? { isoWeekYear, isoWeek, isoDayOfWeek, ...clock } : { year, month, day, ...clock };
});

const CLOCK = ['hour', 'minute', 'second', 'millisecond', 'timezone'];

const dateFromParts: Operator = (operand, env) => {
  const iso = isPlain(operand) && 'isoWeekYear' in operand;
  const known = iso ? ['isoWeek', 'isoDayOfWeek', ...CLOCK] : ['month', 'day', ...CLOCK];
  const made = onNamed('$dateFromParts', [iso ? 'isoWeekYear' : 'year'], known, (given) => moment(given, iso));
  return made(operand, env);
};

function moment(given: Doc, iso: boolean): Date | null {
  if (Object.values(given).some((value) => value === null || value === undefined)) return null;
  const number = (key: string, fallback: number): number => {
    const value = given[key] ?? fallback;
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw requestFailed(`'${key}' must evaluate to an integer`);
    return value;
  };
  const day = iso
    ? isoDay(number('isoWeekYear', 1), number('isoWeek', 1), number('isoDayOfWeek', 1))
    : new Date(0).setUTCFullYear(number('year', 1), number('month', 1) - 1, number('day', 1));
  const clock = ((number('hour', 0) * 60 + number('minute', 0)) * 60 + number('second', 0)) * 1000;
  return new Date(fromLocal(day + clock + number('millisecond', 0), given.timezone));
}

const FROM_STRING = ['format', 'timezone', 'onError', 'onNull'];

const dateFromString = onNamed('$dateFromString', ['dateString'], FROM_STRING, (given) => {
  const text = given.dateString;
  if (text === null || text === undefined) return 'onNull' in given ? given.onNull : null;
  if (isNullZone(given)) return null;
  try {
    if (typeof text !== 'string') throw requestFailed("$dateFromString requires that 'dateString' be a string");
    if (given.format === undefined) return new Date(parseFree(text, given.timezone));
    if (typeof given.format !== 'string') throw requestFailed("$dateFromString requires that 'format' be a string");
    return new Date(parseByFormat(text, given.format, given.timezone));
  } catch (error) {
    if ('onError' in given) return given.onError;
    throw error;
  }
});

/** The operators that read and write dates, with time zones as MongoDB knows them. */
export const dateExpressions: Readonly<Record<string, Operator>> = {
  $year: part('$year', 'year'),
  $month: part('$month', 'month'),
  $dayOfMonth: part('$dayOfMonth', 'day'),
  $hour: part('$hour', 'hour'),
  $minute: part('$minute', 'minute'),
  $second: part('$second', 'second'),
  $millisecond: part('$millisecond', 'millisecond'),
  $dayOfYear: part('$dayOfYear', 'dayOfYear'),
  $dayOfWeek: part('$dayOfWeek', 'dayOfWeek'),
  $week: part('$week', 'week'),
  $isoWeekYear: part('$isoWeekYear', 'isoWeekYear'),
  $isoWeek: part('$isoWeek', 'isoWeek'),
  $isoDayOfWeek: part('$isoDayOfWeek', 'isoDayOfWeek'),
  $dateToString: dateToString,
  $dateToParts: dateToParts,
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
};
