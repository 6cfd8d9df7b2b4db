import type { OrgKind } from '../../../contract/roles';
import type { Others } from '../../kernel/others';
import { presentOrg, type PresentOrg, type Standing } from '../../kernel/orgTree';
import { openOwn } from '../../kernel/own';
import { above, among } from '../../kernel/port';
import { foundBy } from '../../shared/search/public';
import { orgCollections, type OrgDoc } from './collections';
import type { TimedCommand } from './change';
import { archive } from './archive';
import { found } from './founding';
import { type Made, merge, move, rename } from './moves';
import type { MoveProblem } from './rules/moving';

const orgs = (others: Others) => openOwn(others, orgCollections).orgs;

/** The org of this id, or `undefined`. One round trip. */
export const findOrg = (others: Others, id: string): Promise<OrgDoc | undefined> => orgs(others).get(id);

/** The orgs of these ids that exist, in no order. One round trip, none for no ids. */
export const findOrgs = (others: Others, ids: readonly string[]): Promise<OrgDoc[]> =>
  ids.length === 0 ? Promise.resolve([]) : orgs(others).find({ _id: among(ids) }, { limit: ids.length });

/** Where an org stands now, or the one that it was merged into; `undefined` where there is none. One round trip or two. */
export const standingOf = (others: Others, id: string, near: readonly string[] = []) =>
  presentOrg(orgs(others), id, near);

/** The committee at the top of the tree, or `undefined` where there are no orgs yet. One round trip, by an index. */
export async function findRoot(others: Others): Promise<OrgDoc | undefined> {
  const [root] = await orgs(others).find({ parentId: null, mergedInto: null }, { limit: 1 });
  return root;
}

/** An org as it stands now, and what kind it is. */
export interface StandingOrg {
  org: PresentOrg;
  kind: OrgKind;
  /** It, or one above it, was archived. */
  archived: boolean;
}

/**
 * Orgs as they stand now, by the ids that were asked for; one that was merged is the one that it was merged into. Two
 * round trips, the second of as many reads at once as there are orgs; none for no ids.
 */
export async function standingOrgs(others: Others, ids: readonly string[]): Promise<Map<string, StandingOrg>> {
  const found = await findOrgs(others, [...new Set(ids)]);
  const standing = await Promise.all(found.map(({ _id, path }) => presentOrg(orgs(others), _id, path)));
  return new Map(
    found.flatMap(({ _id, kind }, at) => {
      const { org, archived = false } = standing[at] ?? {};
      return org === undefined ? [] : [[_id, { org, kind, archived }] as const];
    }),
  );
}

/** Orgs that a name, its pinyin or its initials find, without those that stand no more. One round trip. */
export const orgsFoundBy = (others: Others, typed: string, limit: number): Promise<OrgDoc[]> => {
  const nameKeys = foundBy(typed);
  return nameKeys === undefined ? Promise.resolve([]) : orgs(others).find({ nameKeys, mergedInto: null }, { limit });
};

/**
 * The branch that people join with this code, by a unique index: the org as it stands now, or the one it is going into;
 * `undefined` where nobody joins any more. Two round trips.
 */
export async function findOrgByJoinCode(others: Others, joinCode: string): Promise<JoinableOrg | undefined> {
  const [org] = await orgs(others).find({ joinCode }, { limit: 1 });
  return org && joinableOf(await presentOrg(orgs(others), org._id, org.path));
}

/** The org of this id where people can join it: not where it, or one above it, was archived. One round trip most often. */
export const findJoinableOrg = async (
  others: Others,
  orgId: string,
  near: readonly string[] = [],
): Promise<JoinableOrg | undefined> => joinableOf(await presentOrg(orgs(others), orgId, near));

/** An org that people join. */
export type JoinableOrg = PresentOrg;

const joinableOf = (standing: Standing | undefined): JoinableOrg | undefined =>
  standing?.archived === false && standing.reachesRoot ? standing.org : undefined;

/** What came of a change: `conflict` where somebody else changed one of the orgs at the same moment. */
export type Moved = 'done' | 'conflict' | MoveProblem;

const outcomeOf = async <P extends string>(made: Promise<Made<P>>): Promise<'done' | 'conflict' | P> => {
  const how = await made;
  return typeof how === 'string' ? how : 'done';
};

/**
 * Gives an org another name; what copies it follows within minutes. Once under a command id. The caller has proved the
 * right to. It can be undone for a day, as every change can (`org.undo`).
 */
export const renameOrg = (
  others: Others,
  renamed: { orgId: string; name: string },
  command: TimedCommand,
): Promise<'done' | 'conflict' | 'no org'> =>
  outcomeOf(rename(openOwn(others, orgCollections), others, renamed, command));

/** Moves an org and all below it below another; rights follow at once, copies within minutes. */
export const moveOrg = (
  others: Others,
  moved: { orgId: string; parentId: string },
  command: TimedCommand,
): Promise<Moved> => outcomeOf(move(openOwn(others, orgCollections), others, moved, command));

/** Merges an org into another; rights follow at once, members, grants, things and what is below it after a day. */
export const mergeOrg = (
  others: Others,
  merged: { orgId: string; intoId: string },
  command: TimedCommand,
): Promise<Moved> => outcomeOf(merge(openOwn(others, orgCollections), others, merged, command));

/** What a list of orgs says of one, and what stands against it. */
const listFields = ['name', 'kind', 'parentId', 'path', 'joinCode', 'mergedInto', 'archivedAt'] as const;
export type ListedOrg = Pick<OrgDoc, '_id' | (typeof listFields)[number]>;

/** An org and all below it, also thousands. One round trip for each few thousand. */
export const orgsBelow = (others: Others, orgId: string): Promise<ListedOrg[]> =>
  orgs(others).gather({ path: orgId }, { fields: listFields });

/** Those of any number of ids that exist. The same; none for no ids. */
export const orgsAmong = (others: Others, ids: readonly string[]): Promise<ListedOrg[]> =>
  ids.length === 0 ? Promise.resolve([]) : orgs(others).gather({ _id: among(ids) }, { fields: listFields });

/** Founds an org of a number that somebody chose, below another; once under a command id. The caller has proved the right to. */
export async function createOrg(
  others: Others,
  { id, name, kind, parentId }: Pick<OrgDoc, 'name' | 'kind'> & { id: string; parentId: string },
  command: TimedCommand,
): Promise<'done' | 'conflict' | 'taken' | 'no target'> {
  const parent = await presentOrg(orgs(others), parentId);
  if (parent === undefined || parent.archived || parent.org._id !== parentId) return 'no target';
  const founding = { code: id, name, kind, above: parent.org.path };
  return outcomeOf(found(openOwn(others, orgCollections), others, founding, command));
}

/** Puts an org away with all below it, or takes it out again; `done` also where it is so already. */
export async function setOrgAway(
  others: Others,
  { orgId, away }: { orgId: string; away: boolean },
  command: TimedCommand,
): Promise<'done' | 'conflict' | 'no org' | 'is root'> {
  const org = await findOrg(others, orgId);
  if (org === undefined) return 'no org';
  const how = await outcomeOf(archive(openOwn(others, orgCollections), others, { org, away }, command));
  return how === 'conflict' && (org.archivedAt !== undefined) === away ? 'done' : how;
}

/** Branches at work below an org, by their ids: those that people belong to. One round trip. */
export const branchesBelow = (
  others: Others,
  orgId: string,
  { after, limit }: { after: string; limit: number },
): Promise<Pick<OrgDoc, '_id' | 'name' | 'path'>[]> =>
  orgs(others).find(
    { path: orgId, kind: among(['branch', 'department']), archivedAt: null, _id: above(after) },
    { sort: [['_id', 1]], limit, fields: ['name', 'path'] },
  );
