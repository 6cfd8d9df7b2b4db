import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { among } from '../../kernel/port';
import { orgCollections, type OrgDoc } from './collections';
import { merge, type Moved, move, rename, type TimedCommand } from './moves';

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

/**
 * Gives an org another name; what copies it follows within minutes. Once under a command id. The caller has proved the
 * right to.
 */
export const renameOrg = (
  others: Others,
  renamed: { orgId: string; name: string },
  command: TimedCommand,
): Promise<'done' | 'no org'> => rename(openOwn(others, orgCollections), others, renamed, command);

/** Moves an org and all below it below another; rights follow at once, copies within minutes. */
export const moveOrg = (
  others: Others,
  moved: { orgId: string; parentId: string },
  command: TimedCommand,
): Promise<Moved> => move(openOwn(others, orgCollections), others, moved, command);

/** Merges an org into another; rights follow at once, members, grants, things and what is below it within minutes. */
export const mergeOrg = (
  others: Others,
  merged: { orgId: string; intoId: string },
  command: TimedCommand,
): Promise<Moved> => merge(openOwn(others, orgCollections), others, merged, command);
