import { addOnce } from '../../kernel/once';
import { holdersOn } from '../../kernel/memberGrants';
import type { Others } from '../../kernel/others';
import { untilWritten } from '../../kernel/retry';
import type { GuardDoc, RoleDatabase } from './collections';
import { keepersOf, leave } from './rules/guard';

/*
 * The city never is without an administrator. Who holds what stands in many documents, so those who leave are written
 * into one, under a version, before they do: of two who remove each other at once the second finds the first leaving.
 * Who was written there and did not leave after all, since the call was killed, counts as gone, which errs on the safe
 * side, until he is given the role again.
 */

const GUARD = 'root';

type Guards = Pick<RoleDatabase, 'roleguards'>;

const guardOf = async (db: Guards): Promise<GuardDoc> =>
  (await db.roleguards.get(GUARD)) ?? addOnce(db.roleguards, { _id: GUARD, version: 0, leaving: [] });

/** Lets an administrator of the city go, unless he is the last: false then. Three round trips, four the first time. */
export const letGo = (
  db: Guards,
  others: Others,
  { memberId, rootId }: { memberId: string; rootId: string },
  now: number,
): Promise<boolean> =>
  untilWritten(async () => {
    // In this order: who left between the two looks is one too few, never one too many.
    const guard = await guardOf(db);
    const keepers = keepersOf(await holdersOn(others, [rootId]), rootId, now);
    const leaving = leave(guard, keepers, memberId);
    if (leaving === 'last') return false;
    const { version } = guard;
    const written = await db.roleguards.update({ _id: GUARD, version }, { set: { leaving }, inc: { version: 1 } });
    return written > 0 ? true : undefined;
  });

/** Who is given the role is not leaving. One round trip. */
export const stays = async (db: Guards, memberId: string): Promise<void> => {
  await db.roleguards.update({ _id: GUARD, leaving: memberId }, { pull: { leaving: memberId }, inc: { version: 1 } });
};
