import type { Permission } from '../../../contract/permissions';
import type { Role } from '../../../contract/roles';
import type { ActionInput, ActionName } from '../../../contract/registry';
import type { Grant } from '../../../cloudfunctions/kernel/grants';
import type { MemberDoc } from '../../../cloudfunctions/kernel/collections';
import { among } from '../../../cloudfunctions/kernel/port';
import { newMember } from '../../../cloudfunctions/domains/me/rules/joining';
import { newOrg } from '../../../cloudfunctions/domains/org/rules/org';
import type { OrgDoc } from '../../../cloudfunctions/domains/org/collections';
import type { Stack } from '../../support/stack';
import { cityPaths, corners, pathOf } from './corner';

export { canary, copiedPathOf, parentOf, pathOf } from './corner';

/*
 * A small city with a secret in every corner: root ─ d1 ─ b1 (what is asked about), b2 (sibling); root ─ d2 ─ b3.
 * Each org has an event, a recommendation and a member; the names carry canaries to look for in replies.
 */

export interface Person {
  orgId: string;
  grants?: Grant[];
  disabled?: boolean;
}

/** In the year 2100: never reached while a test runs. */
export const FAR = 4_102_444_800_000;
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
  /** Whose term is over, and whose is still to come. */
  formerSecretary: { orgId: 'b1', grants: [{ role: 'branchSecretary', orgId: 'b1', until: 1 }] },
  comingSecretary: { orgId: 'b1', grants: [{ role: 'branchSecretary', orgId: 'b1', from: FAR }] },
  /** Who stands in for a secretary while he is away. */
  delegate: { orgId: 'b2', grants: [{ role: 'branchSecretary', orgId: 'b1', until: FAR, of: 'ownSecretary' }] },
  /** The same for those who run a district and the city, and for one who is disabled, which gives nothing. */
  adminDelegate: { orgId: 'b2', grants: [{ role: 'orgAdmin', orgId: 'd1', until: FAR, of: 'parentAdmin' }] },
  cityDelegate: { orgId: 'b2', grants: [{ role: 'cityAdmin', orgId: 'root', until: FAR, of: 'cityAdmin' }] },
  idleDelegate: { orgId: 'b2', grants: [{ role: 'cityAdmin', orgId: 'root', until: FAR, of: 'disabledAdmin' }] },
  /** The second person for what another administrator proposes. */
  secondAdmin: { orgId: 'root', grants: grant('cityAdmin', 'root') },
} satisfies Record<string, Person>;

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
  await db.orgs.addAll(cityPaths.map(org));
  await db.members.addAll(Object.entries(people).map(([who, person]) => member(who, person)));
  for (const { plant } of corners) await plant?.(db, cityPaths, now);
  await mend({ db });
}

/** Puts back what commands have changed, for whoever asks next. */
export const mend = async ({ db }: Pick<Stack, 'db'>): Promise<void> => {
  for (const corner of corners) await corner.mend?.(db, cityPaths);
};

/** Has everybody belong where he belonged at first, whatever he joined meanwhile. */
export const sendHome = async ({ db }: Pick<Stack, 'db'>): Promise<void> => {
  const homes = Object.entries(people).map(([who, person]) => member(who, person));
  const now = await db.members.find({ _id: among(homes.map(({ _id }) => _id)) }, { limit: homes.length + 1 });
  const belonging = new Map(now.map(({ _id, orgIds, scope }) => [_id, JSON.stringify([orgIds, scope])]));
  const away = homes.filter(({ _id, orgIds, scope }) => belonging.get(_id) !== JSON.stringify([orgIds, scope]));
  await Promise.all(away.map(({ _id, orgIds, scope }) => db.members.update({ _id }, { set: { orgIds, scope } })));
};

/** A good input for every action, about things of the org `orgId`; the matrix fails for an action without one. */
export const inputs = Object.assign({}, ...corners.map((corner) => corner.inputs)) as {
  [N in ActionName]: (orgId: string) => ActionInput<N>;
};

/** By which permission somebody reaches one thing of an org that he does not belong to. */
export const seenBy = (action: ActionName): Permission =>
  (
    Object.assign({}, ...corners.map(({ seenBy: now, seenByCopy }) => ({ ...now, ...seenByCopy }))) as Partial<
      Record<ActionName, Permission>
    >
  )[action] ?? 'org:invite';

/** Whether a domain says by which permission its thing is reached: then it asks where the org stands, else what is copied. */
export const asksWhereItStands = (action: ActionName): boolean =>
  corners.some((corner) => (corner.seenBy as Partial<Record<string, Permission>> | undefined)?.[action] !== undefined);
