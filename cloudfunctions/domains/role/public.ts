import { roleNames, type Role } from '../../../contract/roles';
import { endStandInsFor, findHolder } from '../../kernel/memberGrants';
import { viewerAt } from '../../kernel/identity';
import { deriveId } from '../../kernel/ids';
import { namesOf } from '../../kernel/members';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { WAITING_EACH } from '../../shared/waiting/rules/order';
import type { WaitingProvider } from '../../shared/waiting/shape';
import { findOrg } from '../org/public';
import { roleCollections } from './collections';
import { endTerm, heldBy } from './ending';
import { letGo, stays } from './guard';
import { isKeeping } from './rules/guard';
import { holdsMeanwhile, newTerm } from './rules/terms';
import { give } from './store';

/*
 * For domains in which roles are given and end by the way: duties, invitations, transfers, members. Who may give what
 * where is asked before, by `judgeGiving` (`rules/granting.ts`) with the roles of whoever decides.
 */

/** The command by which it is done, and who gives it. Several roles in one command are several intentions of it. */
export interface RoleCommand {
  commandId: string;
  now: number;
  by: string;
}

export interface Granting {
  memberId: string;
  role: Role;
  orgId: string;
  /** Absent: from now on. */
  from?: number;
  /** Absent: without an end. */
  until?: number;
  /** In whose place. */
  of?: string;
}

const open = (others: Others) => openOwn(others, roleCollections);

/**
 * Gives a role, which counts at the member's next call. The caller has judged that it may be given so (`judgeGiving`).
 * Once under a command for one role of one member on one org; what he holds there meanwhile in his own right stays as it
 * is (`held`).
 */
export async function grantRole(
  others: Others,
  { memberId, role, orgId, from, until, of }: Granting,
  { commandId, now, by }: RoleCommand,
): Promise<'done' | 'held' | 'no member' | 'no org'> {
  const [member, org] = await Promise.all([findHolder(others, memberId), findOrg(others, orgId)]);
  if (member === undefined || viewerAt(member, now).disabled) return 'no member';
  if (org === undefined) return 'no org';
  const id = deriveId('t', by, commandId, memberId, role, orgId);
  const wish = { memberId, role, from: from ?? now, until: until ?? null, of: of ?? null };
  if (of === undefined && holdsMeanwhile(member, wish, orgId, id)) return 'held';
  const db = open(others);
  if (org.parentId === null && isKeeping({ role, orgId, of }, org._id)) await stays(db, memberId);
  await give(db, others, newTerm(id, org, wish, { by, now, lapsesAt: null }));
  return 'done';
}

/**
 * Ends what a member holds, of one role or all, on one org or everywhere, and with it what others hold in his place; it
 * counts at the next call. `last` where the city would be without an administrator: nothing more is ended then.
 */
export async function endGrants(
  others: Others,
  { memberId, role, orgId }: { memberId: string; role?: Role; orgId?: string },
  { commandId, now, by }: RoleCommand,
): Promise<'done' | 'last'> {
  const held = (await heldBy(others, memberId)) ?? [];
  const meant = held.filter(
    ({ grant }) =>
      (role === undefined || grant.role === role) &&
      (orgId === undefined || grant.orgId === orgId) &&
      (grant.until === undefined || grant.until > now),
  );
  for (const one of meant) {
    if ((await endTerm(open(others), others, one, { commandId, by, now })) === 'last') return 'last';
  }
  return 'done';
}

/**
 * Before a member is disabled, merged into another or erased: false where he is the last administrator of the city.
 * `stayCityAdmin` takes it back where he is restored.
 */
export async function mayLoseCityAdmin(others: Others, memberId: string, now: number): Promise<boolean> {
  const held = (await heldBy(others, memberId)) ?? [];
  const root = held.find(({ grant }) => grant.role === 'cityAdmin' && grant.of === undefined);
  if (root === undefined) return true;
  const org = await findOrg(others, root.grant.orgId);
  if (org === undefined || org.parentId !== null) return true;
  return letGo(open(others), others, { memberId, rootId: org._id }, now);
}

/**
 * Of somebody who is erased, with whose document his roles go: his terms are over, and nobody stands in for nobody. The
 * history of the orgs keeps what they were. Done again, it comes to the same.
 */
export async function endAllOf(others: Others, memberId: string, now: number): Promise<void> {
  const { roleterms } = open(others);
  const ended = { set: { state: 'ended', endedAt: now } } as const;
  await roleterms.update({ memberId, state: 'given' }, ended);
  await roleterms.update({ of: memberId, state: 'given' }, ended);
  await endStandInsFor(others, memberId);
}

/** Proposals on the city's own roles that an administrator is asked about; his own, that nobody has answered. */
export const roleWaiting: WaitingProvider = async (others, viewer, now) => {
  if (!viewer.grants.some(({ role, of }) => role === 'cityAdmin' && of === undefined)) return [];
  const found = await open(others).roleterms.find({ state: 'proposed' }, { sort: [['at', -1]], limit: WAITING_EACH });
  const names = await namesOf(others, [...new Set(found.map(({ memberId }) => memberId))]);
  return found
    .filter(({ lapsesAt }) => (lapsesAt ?? Infinity) > now)
    .map(({ _id, memberId, role, orgName, by, at, lapsesAt }) => ({
      ...{ source: 'role.proposed', id: _id, at, until: lapsesAt },
      title: `${names.get(memberId) ?? '一位成员'}拟任${roleNames[role]}`,
      context: `${orgName} · 须第二人同意`,
      asks: by !== viewer._id && memberId !== viewer._id,
    }));
};

/** Who was restored counts as an administrator again, if he is one. */
export const stayCityAdmin = (others: Others, memberId: string): Promise<void> => stays(open(others), memberId);
