import type { Role } from '../../../contract/roles';
import type { ActionInput, ActionName } from '../../../contract/registry';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import type { OrgDoc } from '../../../cloudfunctions/domains/org/collections';
import type { Stack } from '../../support/stack';
import { corners } from './corner';

export { canary } from './corner';

/*
 * A small city with a secret in every corner: root ─ d1 ─ b1 (what is asked about), b2 (sibling); root ─ d2 ─ b3.
 * Each org has an event, a recommendation and a member; the names carry canaries to look for in replies.
 */

const orgs: readonly (readonly string[])[] = [
  ['root'],
  ['root', 'd1'],
  ['root', 'd2'],
  ['root', 'd1', 'b1'],
  ['root', 'd1', 'b2'],
  ['root', 'd2', 'b3'],
];
const pathOf = (orgId: string): readonly string[] => orgs.find((path) => path.at(-1) === orgId) ?? [];

interface Person {
  orgId: string;
  grants?: { role: Role; orgId: string }[];
  disabled?: boolean;
}

const grant = (role: Role, orgId: string) => [{ role, orgId }];

/** Who calls: everybody that `reliability.md` names, by what they are to the branch b1. */
export const people = {
  disabledMember: { orgId: 'b1', disabled: true },
  disabledAdmin: { orgId: 'root', grants: grant('cityAdmin', 'root'), disabled: true },
  member: { orgId: 'b1' },
  siblingMember: { orgId: 'b2' },
  otherMember: { orgId: 'b3' },
  judge: { orgId: 'b1', grants: grant('judge', 'root') },
  auditor: { orgId: 'b1', grants: grant('auditor', 'root') },
  ownSecretary: { orgId: 'b1', grants: grant('branchSecretary', 'b1') },
  siblingSecretary: { orgId: 'b2', grants: grant('branchSecretary', 'b2') },
  parentAdmin: { orgId: 'd1', grants: grant('orgAdmin', 'd1') },
  otherAdmin: { orgId: 'd2', grants: grant('orgAdmin', 'd2') },
  districtCityAdmin: { orgId: 'd1', grants: grant('cityAdmin', 'd1') },
  cityAdmin: { orgId: 'root', grants: grant('cityAdmin', 'root') },
} as const satisfies Record<string, Person>;

export type Who = keyof typeof people | 'nobody' | 'stranger';
/** Everybody, with two who have no record: no identity at all, and a WeChat user who never joined. */
export const everybody: readonly Who[] = ['nobody', 'stranger', ...(Object.keys(people) as (keyof typeof people)[])];

export const openidOf = (who: Who): string | undefined => (who === 'nobody' ? undefined : `openid-${who}`);

const org = (path: readonly string[]): OrgDoc => {
  const _id = path.at(-1) ?? '';
  const kind = path.length === 1 ? 'committee' : path.length === 2 ? 'district' : 'branch';
  const joinCode = kind === 'branch' ? `JOIN${_id.toUpperCase()}` : null;
  return newOrg({ id: _id, name: `org${_id}`, kind, above: path.slice(0, -1), joinCode });
};

const member = (who: string, { orgId, grants = [], disabled = false }: Person): MemberDoc => ({
  ...newMember(who, who, [{ _id: orgId, path: [...pathOf(orgId)] }], grants),
  openid: `openid-${who}`,
  disabled,
  joinedAt: 1,
});

const HOUR = 3_600_000;
/** Half past an hour, soon: no window of an hourly limit ends while a test counts. */
export const halfPast = (): number => (Math.floor(Date.now() / HOUR) + 1.5) * HOUR;

/** Puts the city into an empty stack. */
export async function buildCity({ db }: Pick<Stack, 'db'>): Promise<void> {
  const now = Date.now();
  await db.orgs.addAll(orgs.map(org));
  await db.members.addAll(Object.entries(people).map(([who, person]) => member(who, person)));
  for (const { plant } of corners) await plant?.(db, orgs, now);
}

/** A good input for every action, about things of the org `orgId`; the matrix fails for an action without one. */
export const inputs = Object.assign({}, ...corners.map((corner) => corner.inputs)) as {
  [N in ActionName]: (orgId: string) => ActionInput<N>;
};
