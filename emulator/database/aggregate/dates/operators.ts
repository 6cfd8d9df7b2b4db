import { ObjectId, Timestamp } from 'bson';
import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { isPlain, type Doc } from '../../values';
import { formatDate, parseByFormat, parseFree } from './format';
import { isoDay, partsOf, type Parts } from './parts';
import { fromLocal } from './zone';

/** An expression operator in mingo's form. */
export type Expression = (doc: unknown, operand: unknown, options: Options) => unknown;

/** Ms of a date, the time part of an ObjectId or a Timestamp; undefined for null and missing; throws otherwise. */
export function timeOf(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return value.getTimestamp().getTime();
  if (value instanceof Timestamp) return value.getHighBitsUnsigned() * 1000;
  throw new Error(`can't convert from BSON type ${typeof value} to Date`);
}

/** Evaluates the named arguments of an operator; unknown and lacking ones throw. */
export function args(
  doc: unknown,
  operand: unknown,
  options: Options,
  name: string,
  required: string[],
  known: string[],
): Doc {
  if (!isPlain(operand)) throw new Error(`${name} only supports an object as its argument`);
  const unknown = Object.keys(operand).find((key) => ![...required, ...known].includes(key));
  if (unknown !== undefined) throw new Error(`Unrecognized argument to ${name}: ${unknown}`);
  const lacking = required.find((key) => !(key in operand));
  if (lacking) throw new Error(`Missing '${lacking}' parameter to ${name}`);
  const result: Doc = {};
  for (const key of Object.keys(operand)) result[key] = evalExpr(doc, operand[key], options);
  return result;
}

/** True when a timezone was given and is null or missing: the whole result is null then. */
export function isNullZone(given: Doc): boolean {
  return 'timezone' in given && (given.timezone === null || given.timezone === undefined);
}

/** An operator that reads one part of `date` or `{date, timezone}`. */
function part(name: string, key: keyof Parts): Expression {
  return (doc, operand, options) => {
    const only = Array.isArray(operand) && operand.length === 1 ? (operand[0] as unknown) : operand;
    const named = isPlain(only) && !Object.keys(only)[0]?.startsWith('$');
    const given = named
      ? args(doc, only, options, name, ['date'], ['timezone'])
      : { date: evalExpr(doc, only, options) };
    const time = timeOf(given.date);
    return time === undefined || isNullZone(given) ? null : partsOf(time, given.timezone)[key];
  };
}

const dateToString: Expression = (doc, operand, options) => {
  const given = args(doc, operand, options, '$dateToString', ['date'], ['format', 'timezone', 'onNull']);
  const time = timeOf(given.date);
  if (time === undefined) return 'onNull' in given ? given.onNull : null;
  if (isNullZone(given) || ('format' in given && (given.format ?? null) === null)) return null;
  const { format = given.timezone === undefined ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L' } = given;
  if (typeof format !== 'string') throw new Error("$dateToString requires that 'format' be a string");
  return formatDate(time, given.timezone, format);
};

const dateToParts: Expression = (doc, operand, options) => {
  const given = args(doc, operand, options, '$dateToParts', ['date'], ['timezone', 'iso8601']);
  const time = timeOf(given.date);
  if (time === undefined || isNullZone(given)) return null;
  const { year, month, day, isoWeekYear, isoWeek, isoDayOfWeek, ...rest } = partsOf(time, given.timezone);
  const { hour, minute, second, millisecond } = rest;
  const clock = { hour, minute, second, millisecond };
  return given.iso8601 === true ? { isoWeekYear, isoWeek, isoDayOfWeek, ...clock } : { year, month, day, ...clock };
};

const CLOCK = ['hour', 'minute', 'second', 'millisecond', 'timezone'];

const dateFromParts: Expression = (doc, operand, options) => {
  const iso = isPlain(operand) && 'isoWeekYear' in operand;
  const known = iso ? ['isoWeek', 'isoDayOfWeek', ...CLOCK] : ['month', 'day', ...CLOCK];
  const given = args(doc, operand, options, '$dateFromParts', [iso ? 'isoWeekYear' : 'year'], known);
  if (Object.values(given).some((value) => value === null || value === undefined)) return null;
  const number = (key: string, fallback: number): number => {
    const value = given[key] ?? fallback;
    if (typeof value !== 'number' || !Number.isInteger(value)) throw new Error(`'${key}' must evaluate to an integer`);
    return value;
  };
  const day = iso
    ? isoDay(number('isoWeekYear', 1), number('isoWeek', 1), number('isoDayOfWeek', 1))
    : new Date(0).setUTCFullYear(number('year', 1), number('month', 1) - 1, number('day', 1));
  const clock = ((number('hour', 0) * 60 + number('minute', 0)) * 60 + number('second', 0)) * 1000;
  return new Date(fromLocal(day + clock + number('millisecond', 0), given.timezone));
};

const dateFromString: Expression = (doc, operand, options) => {
  const given = args(
    doc,
    operand,
    options,
    '$dateFromString',
    ['dateString'],
    ['format', 'timezone', 'onError', 'onNull'],
  );
  const text = given.dateString;
  if (text === null || text === undefined) return 'onNull' in given ? given.onNull : null;
  if (isNullZone(given)) return null;
  try {
    if (typeof text !== 'string') throw new Error("$dateFromString requires that 'dateString' be a string");
    if (given.format === undefined) return new Date(parseFree(text, given.timezone));
    if (typeof given.format !== 'string') throw new Error("$dateFromString requires that 'format' be a string");
    return new Date(parseByFormat(text, given.format, given.timezone));
  } catch (error) {
    if ('onError' in given) return given.onError;
    throw error;
  }
};

/** The operators that read and write dates, with time zones as MongoDB knows them. */
export const dateExpressions: Record<string, Expression> = {
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
