import { kernelCollections, type MemberDoc } from './collections';
import { orgNodeFields, presentOrg, type OrgNode } from './orgTree';
import type { Others } from './others';
import { openOwn } from './own';
import { pageOf } from './paging';
import { above, among, joined, noneOf, not, type Collection, type FindOptions, type Query } from './port';

/* Members as those who run their orgs see them: where they belong and what they hold, nothing of what they read. */

const fields = ['name', 'nameSort', 'orgIds', 'scope', 'grants', 'disabled', 'disabledFor', 'joinedAt'] as const;

/** A member, and the orgs on the way up from his own as they stand now. */
export type MemberSeen = Pick<MemberDoc, '_id' | (typeof fields)[number]> & { nodes: OrgNode[] };

const nodes = joined<OrgNode>('scope', 'orgs', orgNodeFields);

const members = (others: Others) => openOwn(others, kernelCollections).members;

const withNodes = (others: Others) => ({
  find: (query: Query<MemberDoc>, options: FindOptions<MemberDoc>): Promise<MemberSeen[]> =>
    members(others).findWith(query, { ...options, fields }, { nodes }),
});

interface Paged<I> {
  sort: readonly ['nameSort' | 'joinedAt', 1 | -1];
  cursor: string | undefined;
  size: number;
  view: (member: MemberSeen) => I;
}

/** One page of members with the orgs above them. One round trip; the caller proves the right before it replies. */
export const pageOfMembers = <I>(others: Others, query: Query<MemberDoc>, paged: Paged<I>) =>
  pageOf(withNodes(others), query, paged);

/** How many members. One round trip. */
export const countMembers = (others: Others, query: Query<MemberDoc>): Promise<number> => members(others).count(query);

const held = joined<OrgNode>('grants.orgId', 'orgs', ['name']);

/** One member with the orgs above him and the names of those that he holds roles on. */
export type MemberHeld = MemberSeen & Pick<MemberDoc, 'formerNames'> & { held: Pick<OrgNode, '_id' | 'name'>[] };

/** One member, or `undefined`. One round trip. */
export async function memberSeen(others: Others, id: string): Promise<MemberHeld | undefined> {
  const [found] = await members(others).findWith(
    { _id: id },
    { limit: 1, fields: [...fields, 'formerNames'] },
    { nodes, held },
  );
  return found;
}

/**
 * The paths on which rights over what is of these orgs are held now, for those that there are. A round trip or two for
 * each, none for no ids.
 */
export async function rightsPathsOf(others: Others, orgIds: readonly string[]): Promise<Map<string, string[]>> {
  const { orgs } = others as unknown as { orgs: Collection<OrgNode> };
  const found = await Promise.all(orgIds.map(async (id) => [id, (await presentOrg(orgs, id))?.rightsPath] as const));
  return new Map(found.flatMap(([id, path]) => (path === undefined ? [] : [[id, path]])));
}

/** How many commands a member remembers: more than are under way at a time. */
const COMMANDS = 50;

/**
 * Disables a member for a reason, until a time where one is said, or with null restores him; once under a command. Whom
 * nobody gave a reason (a record that is being erased or merged) is left alone. That he did not call meanwhile says nothing
 * of whether he uses it. `undefined` where nothing changed. One round trip.
 */
export const setDisabled = (
  others: Others,
  { id, commandId }: { id: string; commandId: string },
  disabledFor: { reason: string; until: number | null } | null,
): Promise<MemberDoc | undefined> =>
  members(others).updateOne(
    {
      _id: id,
      commands: noneOf([commandId]),
      anyOf: [{ disabled: false }, { 'disabledFor.reason': not(null) }],
    },
    {
      ...(disabledFor === null
        ? { set: { disabled: false }, unset: ['disabledFor', 'unused'] as const }
        : { set: { disabled: true, disabledFor }, unset: ['unused'] as const }),
      push: { commands: { items: [commandId], keepLast: COMMANDS } },
    },
  );

/** What is stored of a member that commands change. One round trip. */
export async function disabledOf(
  others: Others,
  id: string,
): Promise<Pick<MemberDoc, '_id' | 'disabled' | 'disabledFor' | 'commands'> | undefined> {
  const [found] = await members(others).find(
    { _id: id },
    { limit: 1, fields: ['disabled', 'disabledFor', 'commands'] },
  );
  return found;
}

/** Several members with the orgs above them; of those who are still members. One round trip, none for no ids. */
export const membersSeen = (others: Others, ids: readonly string[]): Promise<MemberSeen[]> =>
  ids.length === 0 ? Promise.resolve([]) : withNodes(others).find({ _id: among(ids) }, { limit: ids.length });

/** Closes a record that is about to be brought to another: nobody calls by it again, nor restores it. One round trip. */
export const closeRecord = async (others: Others, id: string): Promise<void> => {
  await members(others).update({ _id: id }, { set: { disabled: true }, unset: ['disabledFor'] });
};

/** How a name is sorted and found, as it is stored beside it. */
type Keys = Required<Pick<MemberDoc, 'nameSort' | 'nameKeys'>>;

/**
 * Writes keys for names in the next members after an id whose keys are not those; the members that were looked at. One
 * round trip and one for each that was wrong. A name that changes meanwhile brings its own.
 */
export async function fillSearchKeys(
  others: Others,
  after: string,
  limit: number,
  keysOf: (name: string) => Keys,
): Promise<{ _id: string }[]> {
  const looked = await members(others).find(
    { _id: above(after) },
    { sort: [['_id', 1]], limit, fields: ['name', 'nameSort'] },
  );
  for (const { _id, name, nameSort } of looked) {
    const keys = keysOf(name);
    if (keys.nameSort !== nameSort) await members(others).update({ _id, name }, { set: keys });
  }
  return looked;
}
