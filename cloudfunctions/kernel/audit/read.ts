import { above, among } from '../port';
import type { AuditDatabase, AuditDoc } from './collections';
import type { Head } from './rules/chain';
import { predecessorsOf } from './rules/chain';
import type { Position } from './rules/seal';

/** Entries in one read, and under one seal; a seal that is there keeps its own number of them. */
export const PAGE = 500;

/** Entries of a day from a position on, in the order of their ids. One round trip. */
export const findPage = (db: AuditDatabase, { day, after }: Position, limit: number): Promise<AuditDoc[]> =>
  db.audit.find({ day, _id: above(after) }, { sort: [['_id', 1]], limit });

/** What the first of these entries in each chain follow. One round trip at most. */
export async function findBefore(db: AuditDatabase, entries: readonly AuditDoc[]): Promise<Head[]> {
  const ids = predecessorsOf(entries);
  if (ids.length === 0) return [];
  return db.audit.find({ _id: among(ids) }, { limit: ids.length, fields: ['hash'] });
}

/**
 * Where the first day with entries after `day` begins: first of all (`undefined`) the one chain of earlier versions
 * (null). One round trip, two for the first.
 */
export async function findDayAfter(db: AuditDatabase, day: string | null | undefined): Promise<Position | undefined> {
  if (day === undefined) {
    const earlier = await findPage(db, { day: null, after: '' }, 1);
    if (earlier.length > 0) return { day: null, after: '' };
  }
  const [next] = await db.audit.find({ day: above(day ?? '') }, { sort: [['day', 1]], limit: 1, fields: ['day'] });
  return next?.day === undefined ? undefined : { day: next.day, after: '' };
}
