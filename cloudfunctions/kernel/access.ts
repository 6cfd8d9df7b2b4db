import type { Access } from '../../contract/action';
import { organiserRoles } from '../../contract/roles';
import type { Role } from '../../contract/roles';
import type { Viewer } from './context';
import { Refusal } from './context';
import type { Caller } from './identity';

/** True when the viewer holds one of the roles on an org of this path (root first, the org itself last). */
export const holdsRoleOn = (viewer: Viewer, roles: readonly Role[], orgPath: readonly string[]): boolean =>
  viewer.grants.some((grant) => roles.includes(grant.role) && orgPath.includes(grant.orgId));

/** The orgs on which somebody is an organiser; he is one of all below them as well. */
export const organisedBy = ({ grants }: Pick<Viewer, 'grants'>): string[] =>
  grants.filter(({ role }) => organiserRoles.some((organiser) => organiser === role)).map(({ orgId }) => orgId);

/** Refuses unless the contract lets this caller in; what it does not name is refused. */
export function checkAccess(access: Access, { openid, viewer }: Caller): void {
  if (openid === undefined) throw new Refusal('FORBIDDEN', '没有识别到微信身份，请在微信里打开小程序。');
  if (viewer?.disabled === true) throw new Refusal('DISABLED');
  if (access.who === 'visitor') return;
  if (viewer === undefined) throw new Refusal('NOT_REGISTERED');
  if (access.who === 'member') return;
  if (!viewer.grants.some((grant) => access.roles.includes(grant.role))) throw new Refusal('FORBIDDEN');
}

export interface Scope {
  requireRoleOn(orgPath: readonly string[]): void;
  /** Throws when a role action gave a reply without having proved the role on the org concerned. */
  assertProved(): void;
}

/** Proof of scope for one call; see `Context.requireRoleOn`. */
export function createScope(access: Access, viewer: Viewer | undefined): Scope {
  let proved = access.who !== 'role';
  return {
    requireRoleOn(orgPath) {
      const roles = access.who === 'role' ? access.roles : [];
      if (viewer === undefined || !holdsRoleOn(viewer, roles, orgPath)) throw new Refusal('FORBIDDEN');
      proved = true;
    },
    assertProved() {
      if (!proved) throw new Error('a role action replied without requireRoleOn');
    },
  };
}
