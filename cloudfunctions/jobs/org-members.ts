import { replaced, scopeOf } from '../domains/org/rules/moving';
import type { MemberDoc } from '../kernel/collections';
import { exactly } from '../kernel/exact';
import { grantsAsSeen } from '../kernel/memberGrants';
import { presentOrg, type PresentOrg } from '../kernel/orgTree';
import { above, type Conditions } from '../kernel/port';
import type { Database } from '../schema';

/** Members looked at in one step. */
const BATCH = 100;

type Belonging = Pick<MemberDoc, '_id' | 'orgIds' | 'scope' | 'grants'>;

/** The paths of orgs as they stand now, each read once. */
function pathsIn(db: Database): (ids: readonly string[]) => Promise<string[][]> {
  const read = new Map<string, Promise<string[]>>();
  const pathOf = (id: string): Promise<string[]> => {
    const path = read.get(id) ?? presentOrg(db.orgs, id).then((present) => present?.copied.path ?? []);
    read.set(id, path);
    return path;
  };
  return (ids) => Promise.all(ids.map(pathOf));
}

/** Writes where somebody belongs unless that has changed since it was read: whoever looks again sees what is left. */
async function writeBelonging(
  db: Database,
  { _id, orgIds, scope }: Belonging,
  now: Pick<Belonging, 'orgIds' | 'scope'>,
): Promise<void> {
  if (JSON.stringify([orgIds, scope]) === JSON.stringify([now.orgIds, now.scope])) return;
  await db.members.update({ _id, ...exactly('orgIds', orgIds) }, { set: { orgIds: now.orgIds, scope: now.scope } });
}

/** Mends the scopes of a batch of an org's members; where the next begins, null at the end. */
export async function mendScopes(db: Database, orgId: string, after: string): Promise<string | null> {
  const members = await db.members.find(
    { orgIds: orgId, _id: above(after) },
    { sort: [['_id', 1]], limit: BATCH, fields: ['orgIds', 'scope'] },
  );
  const paths = pathsIn(db);
  for (const member of members) {
    await writeBelonging(db, member, { orgIds: member.orgIds, scope: scopeOf(await paths(member.orgIds)) });
  }
  return members[BATCH - 1]?._id ?? null;
}

interface Way {
  from: string;
  to: string;
}

/** Has a batch of the members of one org belong to another instead, of those who are `chosen`; how many there were. */
export async function moveMembers(
  db: Database,
  { from, to }: Way,
  chosen: Pick<Conditions<MemberDoc>, '_id'> = {},
): Promise<number> {
  const members = await db.members.find(
    { ...chosen, orgIds: from },
    { limit: BATCH, fields: ['orgIds', 'scope', 'grants'] },
  );
  const paths = pathsIn(db);
  for (const member of members) {
    const orgIds = replaced(member.orgIds, from, to);
    await writeBelonging(db, member, { orgIds, scope: scopeOf(await paths(orgIds)) });
  }
  return members.length;
}

/** Takes a batch of members and of grants from a merged org to the one it was merged into; how many there were. */
export async function handOverMembers(db: Database, from: string, { _id: to }: PresentOrg): Promise<number> {
  const granted = await db.members.find({ 'grants.orgId': from }, { limit: BATCH, fields: ['grants'] });
  const moved = await moveMembers(db, { from, to });
  for (const { _id, grants } of granted) await moveGrants(db, { _id, grants }, { from, to });
  return moved + granted.length;
}

async function moveGrants(
  db: Database,
  { _id, grants }: Pick<Belonging, '_id' | 'grants'>,
  { from, to }: Way,
): Promise<void> {
  const moved = grants.map((grant) => ({ ...grant, orgId: grant.orgId === from ? to : grant.orgId }));
  // What he held on both is there twice only if it is the same in every respect, its dates included.
  const each = [...new Map(moved.map((grant) => [JSON.stringify(grant), grant])).values()];
  await db.members.update({ ...grantsAsSeen(grants), _id }, { set: { grants: each } });
}
