import { ObjectId, Timestamp } from 'bson';
import { requestFailed } from '../../errors';
import type { Doc } from '../../values/values';
import { typeName } from '../expression/helpers';

/** Ms of a date, the time part of an ObjectId or a Timestamp; undefined for null and missing; throws otherwise. */
export function timeOf(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return value.getTimestamp().getTime();
  if (value instanceof Timestamp) return value.getHighBitsUnsigned() * 1000;
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to Date`);
}

/** True when a timezone was given and is null or missing: the whole result is null then. */
export function isNullZone(given: Doc): boolean {
  return 'timezone' in given && (given.timezone === null || given.timezone === undefined);
}
