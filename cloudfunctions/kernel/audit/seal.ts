import { DAY_MS } from '../../../contract/durations';
import { dayOf, startOfDay } from '../../../contract/day';
import type { AuditDatabase, SealDoc } from './collections';
import { findDayAfter, findPage, PAGE } from './read';
import { restOf, sealOf } from './rules/seal';

/** Longer than a call may run: none that began on a day is still to be written then. */
const SETTLED_MS = 600_000;

/** True when no entry of the day can come any more. */
const isSettled = (day: string, now: number): boolean => now >= startOfDay(day) + DAY_MS + SETTLED_MS;

/** The day on which the one chain of earlier versions ended. */
async function lastDayOfEarlier(db: AuditDatabase): Promise<string> {
  const [last] = await db.audit.find({ day: null }, { sort: [['_id', -1]], limit: 1, fields: ['at'] });
  return dayOf(last?.at ?? 0);
}

/** The newest seal, or `undefined`. One round trip. */
export async function findLastSeal(db: AuditDatabase): Promise<SealDoc | undefined> {
  return (await db.seals.find({}, { sort: [['_id', -1]], limit: 1 }))[0];
}

/**
 * Writes the next seal over entries of a day that is over, or gives `undefined` when all of them are sealed. Where it
 * goes on is read from the last seal, so a run that was killed is simply run again, and of two at once one writes.
 * About four round trips.
 */
export async function sealNext(db: AuditDatabase, now: number, page = PAGE): Promise<SealDoc | undefined> {
  const last = await findLastSeal(db);
  const position = restOf(last) ?? (await findDayAfter(db, last?.day));
  if (position === undefined) return undefined;
  const { day } = position;
  if (!isSettled(day ?? (await lastDayOfEarlier(db)), now)) return undefined;
  const entries = await findPage(db, position, page);
  const seal = sealOf(last, { day, at: now, complete: entries.length < page, entries });
  return (await db.seals.add(seal)) ? seal : undefined;
}
