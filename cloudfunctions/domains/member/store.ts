import type { Permission } from '../../../contract/permissions';
import { isPermittedOn, orgsWith } from '../../kernel/access';
import type { MemberContext, Viewer } from '../../kernel/context';
import { activeGrants } from '../../kernel/grants';
import { memberSeen, rightsPathsOf, type MemberHeld } from '../../kernel/memberPages';
import { chainFrom } from '../../kernel/orgTree';
import { refuse } from '../../kernel/refuse';
import { findRoot } from '../org/public';
import { isAbove } from './rules/standing';

/** The paths of a member's orgs, by what was read of those above them. */
const pathsOf = ({ orgIds, nodes }: Pick<MemberHeld, 'orgIds' | 'nodes'>): string[][] => {
  const known = new Map(nodes.map((node) => [node._id, node]));
  return orgIds.map((id) => chainFrom(known, id).ids.reverse());
};

type Holder = Pick<Viewer, 'grants'>;

/** Whether the viewer may do something on an org of a member. */
export const mayOn = (
  { viewer }: Pick<MemberContext, 'viewer'>,
  { orgIds, nodes }: Pick<MemberHeld, 'orgIds' | 'nodes'>,
  { orgId, permission }: { orgId: string; permission: Permission },
): boolean => isPermittedOn(viewer, permission, pathsOf({ orgIds, nodes })[orgIds.indexOf(orgId)] ?? []);

/** The first of the paths on which the viewer has the permission; where there is none, the first. */
const placeIn = (paths: readonly string[][], viewer: Holder, permission: Permission): number =>
  Math.max(
    paths.findIndex((path) => isPermittedOn(viewer, permission, path)),
    0,
  );

const manages = (viewer: Holder, paths: readonly string[][]): boolean =>
  paths.every((path) => isPermittedOn(viewer, 'member:manage', path));

/**
 * The member of this id, once the right to see him is proved on one of his orgs; where he has none, on the committee at
 * the top, and he counts as its own.
 */
export async function requireSeen(
  { viewer, others, requirePermissionOnOrg, requirePermissionOnRoot }: MemberContext,
  id: string,
): Promise<MemberHeld> {
  const member = (await memberSeen(others, id)) ?? refuse('NOT_FOUND');
  const orgId = member.orgIds[placeIn(pathsOf(member), viewer, 'member:see')];
  if (orgId !== undefined) {
    await requirePermissionOnOrg(orgId, member.scope, member.nodes);
    return member;
  }
  await requirePermissionOnRoot();
  const root = await findRoot(others);
  return { ...member, scope: root === undefined ? [] : [root._id] };
}

/** A member with the grants that count now. */
const holderOf = (member: MemberHeld, now: number): Holder => ({
  grants: activeGrants(member.grants, now),
});

async function isAboveNow({ viewer, others, now }: MemberContext, member: MemberHeld): Promise<boolean> {
  const held = holderOf(member, now);
  const orgIds = [...new Set(held.grants.map(({ orgId }) => orgId))];
  return orgIds.length > 0 && isAbove(viewer, held, await rightsPathsOf(others, orgIds));
}

/** Whether the viewer may manage a member, for a view: on all of his orgs, and nobody who may do more than he. */
export async function mayManage(context: MemberContext, member: MemberHeld): Promise<boolean> {
  const { viewer } = context;
  if (viewer._id === member._id || orgsWith(viewer, 'member:manage').length === 0) return false;
  return manages(viewer, pathsOf(member)) && !(await isAboveNow(context, member));
}

/** A member whom the viewer may manage; refuses in the action's own words where he may not. */
export async function requireManaged(
  context: MemberContext,
  id: string,
  refusals: { self: () => never; above: () => never },
): Promise<MemberHeld> {
  const { viewer, others, requirePermissionOnOrg, requirePermissionOnRoot } = context;
  const member = (await memberSeen(others, id)) ?? refuse('NOT_FOUND');
  const paths = pathsOf(member);
  // On one of his at least, else there is nothing to say of him; what more is wanting is said in its own words.
  const orgId = member.orgIds[placeIn(paths, viewer, 'member:manage')];
  if (orgId === undefined) await requirePermissionOnRoot();
  else await requirePermissionOnOrg(orgId, member.scope, member.nodes);
  if (viewer._id === member._id) refusals.self();
  if (!manages(viewer, paths) || (await isAboveNow(context, member))) refusals.above();
  return member;
}

/** The same for the other of two, where the right was proved on the first. */
export async function requireManagedToo(
  context: MemberContext,
  id: string,
  { above }: { above: () => never },
): Promise<MemberHeld> {
  const member = (await memberSeen(context.others, id)) ?? refuse('NOT_FOUND');
  const paths = pathsOf(member);
  if (paths.length === 0 || !manages(context.viewer, paths)) above();
  return member;
}
