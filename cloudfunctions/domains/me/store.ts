import type { Database } from '../../kernel/context';
import { among } from '../../kernel/port';
import type { OrgDoc } from '../org/collections';

/** The orgs of these ids that exist, in no order. */
export const findOrgs = (db: Database, ids: readonly string[]): Promise<OrgDoc[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.orgs.find({ _id: among(ids) }, { limit: ids.length });

/** The branch that people join with this code, by a unique index. */
export async function findOrgByJoinCode(db: Database, joinCode: string): Promise<OrgDoc | undefined> {
  const [org] = await db.orgs.find({ joinCode }, { limit: 1 });
  return org;
}
