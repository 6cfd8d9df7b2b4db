import { kernelCollections, type MemberDoc } from './collections';
import type { Grant } from './grants';
import type { Others } from './others';
import { openOwn } from './own';
import { among, type Condition, type Conditions } from './port';
import { untilWritten } from './retry';

/* The roles that members hold, whose documents belong to the kernel. Only the domain `role` changes them. */

const members = (others: Others) => openOwn(others, kernelCollections).members;
const holderFields = ['name', 'orgIds', 'scope', 'grants', 'disabled', 'disabledFor'] as const;

/** A member as to the roles that he holds, past and coming ones included. */
export type Holder = Pick<MemberDoc, '_id' | (typeof holderFields)[number]>;

/** Most people who stand in for one person. */
const STAND_INS = 1000;

/** A member as to his roles, or `undefined`. One round trip. */
export async function findHolder(others: Others, memberId: string): Promise<Holder | undefined> {
  const [found] = await members(others).find({ _id: memberId }, { limit: 1, fields: holderFields });
  return found;
}

/**
 * Everybody who holds, held or will hold a role on one of these orgs, all of them: who is the last administrator is asked
 * by this. By an index, one round trip for each thousand.
 */
export const holdersOn = (others: Others, orgIds: readonly string[]): Promise<Holder[]> =>
  members(others).gather({ 'grants.orgId': among(orgIds) }, { fields: holderFields });

/** Everybody who stands in for a member. One round trip, by an index. */
export const standInsOf = (others: Others, memberId: string): Promise<Holder[]> =>
  members(others).find({ 'grants.of': memberId }, { sort: [['_id', 1]], limit: STAND_INS, fields: holderFields });

/** Nobody stands in for this member any more. Two round trips and one for each. */
export async function endStandInsFor(others: Others, memberId: string): Promise<void> {
  for (const { _id } of await standInsOf(others, memberId)) {
    await changeGrants(others, _id, (grants) => grants.filter(({ of }) => of !== memberId));
  }
}

/** Who stands in for one record of a person does so for the other. Two round trips and one for each. */
export async function reassignStandIns(others: Others, from: string, to: string): Promise<void> {
  for (const { _id } of await standInsOf(others, from)) {
    await changeGrants(others, _id, (grants) =>
      grants.map((grant) => (grant.of === from ? { ...grant, of: to } : grant)),
    );
  }
}

const grantFields = ['role', 'orgId', 'from', 'until', 'of', 'term'] as const satisfies readonly (keyof Grant)[];

/** Holds where a member's grants are these in this order: place by place, a field that is absent is so there. */
export const grantsAsSeen = (grants: readonly Grant[]): Conditions<Pick<MemberDoc, 'grants'>> =>
  Object.fromEntries<Condition>([
    ...grants.flatMap((grant, at) =>
      grantFields.map((field) => [`grants.${at}.${field}`, grant[field] ?? null] as const),
    ),
    [`grants.${grants.length}`, null],
  ]);

/**
 * Changes what a member holds, on the condition that it is what was seen: of two changes at once both count. `change`
 * gives `undefined` where nothing is to be changed. False where there is no such member. Two round trips, one where
 * nothing changes.
 */
export const changeGrants = (
  others: Others,
  memberId: string,
  change: (grants: readonly Grant[]) => Grant[] | undefined,
): Promise<boolean> =>
  untilWritten(async () => {
    const [found] = await members(others).find({ _id: memberId }, { limit: 1, fields: ['grants'] });
    if (found === undefined) return false;
    const grants = change(found.grants);
    if (grants === undefined) return true;
    const written = await members(others).update(
      { ...grantsAsSeen(found.grants), _id: memberId },
      { set: { grants: grants.map((grant) => ({ ...grant })) } },
    );
    return written > 0 ? true : undefined;
  });
