import { deriveId } from '../../kernel/ids';
import { addMissing } from '../../kernel/once';
import { above, atMost, not, type Path } from '../../kernel/port';
import type { RosterDatabase, RosterDoc, RosterNameDoc } from './collections';
import type { Added } from './rules/compare';
import { newName } from './rules/roster';
import { isOver } from './rules/view';

/** Of an org’s own roster: one at a time. */
export const rosterId = (orgId: string): string => deriveId('ro', orgId);
export const rosterNameId = ({ _id }: Pick<RosterDoc, '_id'>, { k, a }: Pick<RosterNameDoc, 'k' | 'a'>): string =>
  deriveId('rn', _id, k, a);

/** Rosters of one org: its own, and those of orgs that were merged into it. */
const HEADS = 20;

/** The roster of an org that is not over, cleared ones included; the first where a merger brought others. One round trip. */
export async function findRoster(db: RosterDatabase, orgId: string, now: number): Promise<RosterDoc | undefined> {
  const found = await db.rosters.find({ orgId }, { sort: [['at', 1]], limit: HEADS });
  return found.find((roster) => !isOver(roster, now));
}

const fields = ['k', 'a', 'asks', 'by'] as const satisfies readonly Path<RosterNameDoc>[];
export type StoredName = Pick<RosterNameDoc, '_id' | (typeof fields)[number]>;

/** All names of an org’s rosters. One round trip. */
export const namesOf = (db: RosterDatabase, orgId: string, now: number): Promise<StoredName[]> =>
  db.rosterNames.gather({ orgId, expiresAt: above(now) }, { fields });

/** Removes what is over or was cleared, so that an import begins anew. */
export async function forgetOver(db: RosterDatabase, orgId: string, now: number): Promise<void> {
  const over = { expiresAt: atMost(now) };
  await db.rosterNames.remove({ orgId, anyOf: [{ cleared: true }, over] });
  await db.rosters.remove({ orgId, anyOf: [{ clearedAt: above(0) }, over] });
}

/** Adds names that are not there yet; done again, those that are there stay. */
export const addNames = (db: RosterDatabase, roster: RosterDoc, adds: readonly Added[]): Promise<unknown> =>
  addMissing(
    db.rosterNames,
    adds.map((one) => newName(rosterNameId(roster, one), one, roster)),
  );

/** Has names that one person had asked for from now on; not one that somebody was matched with meanwhile. */
export async function turnNames(db: RosterDatabase, roster: RosterDoc, turned: readonly string[]): Promise<void> {
  for (const k of turned) {
    const alone = { orgId: roster.orgId, k, a: '', by: null };
    await db.rosterNames.update(alone, { set: { asks: roster.question } });
  }
}

/** What names copy of their roster follows it, and so do rosters that a merger brought. Two round trips. */
export async function followRoster(db: RosterDatabase, roster: RosterDoc): Promise<void> {
  const { _id, orgId, direct, until, clearedAt, expiresAt } = roster;
  await Promise.all([
    db.rosterNames.update({ orgId }, { set: { direct, cleared: clearedAt !== null, expiresAt } }),
    db.rosters.update({ orgId, _id: not(_id) }, { set: { direct, until, clearedAt, expiresAt } }),
  ]);
}
