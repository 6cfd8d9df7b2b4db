import type { OrgDoc } from '../domains/org/collections';
import { among } from '../kernel/port';
import type { Database } from '../schema';
import { moveMembers } from './org-members';

/**
 * Gives an org that was split off another what was chosen for it: some orgs that lay below the other and some of its
 * members. A batch of members a step; when all are there it is forgotten what was to be taken. Only what still is the
 * other's goes over, and no org that the new one has come to lie below meanwhile.
 */
export async function takeOver(db: Database, { _id, takes }: OrgDoc, path: readonly string[]): Promise<void> {
  if (takes === undefined) return;
  const { from, orgIds, memberIds } = takes;
  const children = orgIds.filter((id) => !path.includes(id));
  if (children.length > 0) {
    await db.orgs.update({ _id: among(children), parentId: from, mergedInto: null }, { set: { parentId: _id } });
  }
  if ((await moveMembers(db, { from, to: _id }, { _id: among(memberIds) })) > 0) return;
  await db.orgs.update({ _id, 'takes.from': from }, { unset: ['takes'] });
}
