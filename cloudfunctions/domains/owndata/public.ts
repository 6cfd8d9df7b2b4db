import { hashOf } from '../../kernel/ids';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { overdueAmong } from '../../kernel/memberErasing';
import { above, among, below } from '../../kernel/port';
import type { Opening } from '../../shared/exports/public';
import { owndataCollections, type CountsDoc, type EraseDateDoc, type RemovalsDoc } from './collections';
import { countsUntil } from './rules/view';

const own = (others: Others) => openOwn(others, owndataCollections);

/** The kinds of the jobs, which need all collections and so lie in `jobs/own`. */
export const COUNT_WORK = 'owncounts';
export const EXPORT_WORK = 'owndata';

/** The file of one's own data: everybody may have his own, all of it. */
export const ownExport: Opening & { readonly purpose: string; readonly job: string } = {
  kind: 'own',
  purpose: '本人留存',
  job: EXPORT_WORK,
  sight: () => Promise.resolve('full'),
};

/** Notes how much is stored of a member. One round trip, two the second time. */
export async function noteCounts(others: Others, memberId: string, counts: CountsDoc['counts'], now: number) {
  const doc = { _id: memberId, counts, at: now, expiresAt: countsUntil(now) };
  const { datacounts } = own(others);
  if (!(await datacounts.add(doc))) {
    await datacounts.update({ _id: memberId }, { set: { counts, at: now, expiresAt: doc.expiresAt } });
  }
}

/** What stands for a member in the record of erasures: nobody finds him by it who does not know his id. */
export const erasureId = (memberId: string): string => hashOf('erasure', memberId);

/** Notes that a member is erased, so that a backup from before can be told so. One round trip. */
export const noteErasure = (others: Others, memberId: string, now: number): Promise<boolean> =>
  own(others).erasures.add({ _id: erasureId(memberId), at: now });

/** Which of these members were erased before. One round trip. */
export async function erasedAmong(others: Others, memberIds: readonly string[]): Promise<string[]> {
  const ids = memberIds.map(erasureId);
  const found = await own(others).erasures.find({ _id: among(ids) }, { limit: 1000 });
  const erased = new Set(found.map(({ _id }) => _id));
  return memberIds.filter((memberId) => erased.has(erasureId(memberId)));
}

/** Notes what the timer removed in one period; numbers only. One round trip. */
export async function noteRemovals(others: Others, report: RemovalsDoc): Promise<void> {
  if (Object.keys(report.removed).length > 0) await own(others).removals.add(report);
}

/** What was removed since an instant, by collection, because its time was over. One round trip. */
export async function removedSince(others: Others, since: number): Promise<Record<string, number>> {
  const reports = await own(others).removals.find({ at: above(since) }, { limit: 1000 });
  const sums: Record<string, number> = {};
  for (const { removed } of reports) {
    for (const [name, count] of Object.entries(removed)) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

/** Has a member's record erased on a date, as long as nobody says another: one who is here by a consent that ends. */
export async function eraseOn(others: Others, memberId: string, at: number): Promise<void> {
  const _id = `${memberId}:consent`;
  const { erasedates } = own(others);
  if (!(await erasedates.add({ _id, why: 'consent', at }))) await erasedates.update({ _id }, { set: { at } });
}

/**
 * Members whose date has come, and dates that mean nothing any more since they were taken back. Two round trips, by an
 * index.
 */
export async function datesDue(others: Others, now: number, limit: number) {
  const found = await own(others).erasedates.find({ at: below(now) }, { sort: [['at', 1]], limit });
  const memberOf = ({ _id }: EraseDateDoc) => _id.slice(0, _id.indexOf(':'));
  const asked = found.filter(({ why }) => why === 'asked');
  const overdue = asked.length === 0 ? new Set<string>() : await overdueAmong(others, asked.map(memberOf), now);
  const counts = (date: EraseDateDoc) => date.why === 'consent' || overdue.has(memberOf(date));
  return {
    members: [...new Set(found.filter(counts).map(memberOf))],
    idle: found.filter((date) => !counts(date)).map(({ _id }) => _id),
  };
}

/** Forgets dates that were taken back. One round trip. */
export const forgetDates = (others: Others, ids: readonly string[]): Promise<number> =>
  own(others).erasedates.remove({ _id: among(ids) });
