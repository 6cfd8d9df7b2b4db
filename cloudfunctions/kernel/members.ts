import { belongingAfter, type BelongingChange } from './belonging';
import { kernelCollections, type MemberDoc } from './collections';
import { exactly } from './exact';
import { viewerAt } from './identity';
import type { Others } from './others';
import { type OrgNode, presentOrg } from './orgTree';
import { openOwn } from './own';
import { among, noneOf, type Collection } from './port';
import { untilWritten } from './retry';

/* What domains may know of members, whose documents belong to the kernel (the openid is in them). */

const members = (others: Others) => openOwn(others, kernelCollections).members;

/** Names as they are today, by member id; of those who are still members. None are asked for: none, without a call. */
export async function namesOf(others: Others, memberIds: readonly string[]): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map();
  const found = await members(others).find({ _id: among(memberIds) }, { limit: memberIds.length, fields: ['name'] });
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

/** What the members of one org are called, without who is who. One round trip. */
export const namesIn = async (others: Others, orgId: string): Promise<string[]> =>
  (await members(others).gather({ orgIds: orgId }, { fields: ['name'] })).map(({ name }) => name);

/** What versions before there were cards kept with these members of 今日. None are asked for: none, without a call. */
export async function newsBefore(
  others: Others,
  memberIds: readonly string[],
): Promise<Map<string, Pick<MemberDoc, 'told' | 'answered'>>> {
  if (memberIds.length === 0) return new Map();
  const fields = ['told', 'answered'] as const;
  const found = await members(others).find({ _id: among(memberIds) }, { limit: memberIds.length, fields });
  return new Map(found.map((member) => [member._id, member]));
}

/** How many members belong to these orgs or to one below them, each counted once. One round trip. */
export const countMembersBelow = (others: Others, orgIds: readonly string[]): Promise<number> =>
  members(others).count({ scope: among(orgIds) });

const belongingFields = ['name', 'orgIds', 'scope', 'grants', 'disabled', 'disabledFor', 'commands'] as const;

/** A member as to where he belongs. */
export type Belonging = Pick<MemberDoc, '_id' | (typeof belongingFields)[number]>;

export type BelongingChanged =
  /** `before` are his orgs of before; absent where an earlier run of the same intention had changed them. */
  | { how: 'done'; member: Belonging; before?: string[] }
  /** He cannot use it now, or is nobody any more. */
  | { how: 'no member' | 'disabled' }
  /** He belongs to none of those he was to leave, or to some where he was to belong to none: he went elsewhere meanwhile. */
  | { how: 'not there' }
  /** One of those he was to join is not there, or hangs on nothing. */
  | { how: 'no org' };

/** How many of such intentions a member remembers: more than are under way at a time. */
const INTENTIONS = 50;

/** Where somebody belongs, of those who are still members. One round trip, none for no ids. */
export async function belongingsOf(others: Others, memberIds: readonly string[]): Promise<Belonging[]> {
  if (memberIds.length === 0) return [];
  return members(others).find({ _id: among(memberIds) }, { limit: memberIds.length, fields: belongingFields });
}

/**
 * Changes to which orgs somebody belongs, and with them what he sees, in one conditional update: two changes at once
 * both count, and one under a `key` that was used before changes nothing and answers as the first did. Who leaves an org
 * that was merged leaves what it is now; who joins one joins that. The caller has proved the right and judged what the
 * orgs are. Three round trips.
 */
export const changeBelonging = (
  others: Others,
  memberId: string,
  change: BelongingChange,
  { key, now }: { key: string; now: number },
): Promise<BelongingChanged> => untilWritten(() => attempt(others, memberId, change, { key, now }));

async function attempt(
  others: Others,
  memberId: string,
  change: BelongingChange,
  { key, now }: { key: string; now: number },
): Promise<BelongingChanged | undefined> {
  const [seen] = await belongingsOf(others, [memberId]);
  if (seen === undefined) return { how: 'no member' };
  if (seen.commands?.includes(key) === true) return { how: 'done', member: seen };
  if (viewerAt(seen, now).disabled) return { how: 'disabled' };
  // The kernel reads where orgs stand, as it does for rights.
  const { orgs } = others as unknown as { orgs: Collection<OrgNode> };
  const ids = [...new Set([...seen.orgIds, ...(change.add ?? []), ...(change.remove ?? [])])];
  const found = await Promise.all(ids.map((id) => presentOrg(orgs, id, seen.scope)));
  const after = belongingAfter(seen.orgIds, change, new Map(ids.map((id, at) => [id, found[at]])));
  if (typeof after === 'string') return { how: after };
  const written = await members(others).updateOne(
    { _id: memberId, ...exactly('orgIds', seen.orgIds), disabled: seen.disabled, commands: noneOf([key]) },
    { set: after, push: { commands: { items: [key], keepLast: INTENTIONS } } },
  );
  return written && { how: 'done', member: written, before: seen.orgIds };
}
