import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { among } from '../../kernel/port';
import { orgCollections, type OrgDoc } from './collections';

const orgs = (others: Others) => openOwn(others, orgCollections).orgs;

/** The org of this id, or `undefined`. One round trip. */
export const findOrg = (others: Others, id: string): Promise<OrgDoc | undefined> => orgs(others).get(id);

/** The orgs of these ids that exist, in no order. One round trip, none for no ids. */
export const findOrgs = (others: Others, ids: readonly string[]): Promise<OrgDoc[]> =>
  ids.length === 0 ? Promise.resolve([]) : orgs(others).find({ _id: among(ids) }, { limit: ids.length });

/** The branch that people join with this code, by a unique index. One round trip. */
export async function findOrgByJoinCode(others: Others, joinCode: string): Promise<OrgDoc | undefined> {
  const [org] = await orgs(others).find({ joinCode }, { limit: 1 });
  return org;
}
