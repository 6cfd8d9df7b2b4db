import type { Access } from '../../contract/action';
import { instantLabel } from '../../contract/day';
import { hasPermission, isInPerson, type Permission } from '../../contract/permissions';
import type { Viewer } from './context';
import { refuse } from './refuse';
import type { Caller } from './identity';

/**
 * The orgs on which the viewer has a permission; he has it on all below them as well. Of a role that is another's, those
 * permissions do not count that are for the holder in person.
 */
export const orgsWith = ({ grants }: Pick<Viewer, 'grants'>, permission: Permission): string[] =>
  grants
    .filter(({ role, of }) => hasPermission(role, permission) && (of === undefined || !isInPerson(permission)))
    .map(({ orgId }) => orgId);

/** True when the viewer has the permission on the last org of this path (root first, the org itself last). */
export const isPermittedOn = (
  viewer: Pick<Viewer, 'grants'>,
  permission: Permission,
  orgPath: readonly string[],
): boolean => orgsWith(viewer, permission).some((orgId) => orgPath.includes(orgId));

/** What a person who is disabled reads: until when, why, and whom to ask; undefined where nobody said why. */
function disabledWords({ disabledFor }: Pick<Viewer, 'disabledFor'>): string | undefined {
  if (disabledFor === undefined) return undefined;
  const { reason, until } = disabledFor;
  const end = until === null ? '' : `，${instantLabel(until)} 自动恢复`;
  return `此账号已停用${end}。原因：${reason}。您的记录都在；如有疑问，请找所在支部的书记，或上级组织的管理员。`;
}

/** What a person reads who has asked to be erased. */
const erasingWords = (at: number): string => `您已申请注销，${instantLabel(at)} 删除。在此之前可以在“我的”里撤销。`;

/** Refuses unless the contract lets this caller in; what it does not name is refused. */
export function checkAccess(access: Access, { openid, viewer }: Caller): void {
  if (openid === undefined) refuse('FORBIDDEN', { message: '没有识别到微信身份，请在微信里打开小程序。' });
  const allowed = viewer?.erasing === undefined ? 'disabled' in access : 'erasing' in access;
  if (viewer?.disabled === true && !allowed) {
    if (viewer.erasing !== undefined) refuse('ERASING', { message: erasingWords(viewer.erasing.at) });
    refuse('DISABLED', { message: disabledWords(viewer) });
  }
  if (access.who === 'visitor') return;
  if (viewer === undefined) refuse('NOT_REGISTERED');
  if (access.who !== 'permitted') return;
  if (orgsWith(viewer, access.permission).length === 0) refuse('FORBIDDEN');
}

export interface Proof {
  requirePermissionOn(orgPath: readonly string[]): void;
  /** Throws when an action that needs a permission gave a reply without having proved it on the org concerned. */
  assertProved(): void;
}

/** Proof of the permission for one call; see `Context.requirePermissionOn`. */
export function createProof(access: Access, viewer: Viewer | undefined): Proof {
  let proved = access.who !== 'permitted';
  return {
    requirePermissionOn(orgPath) {
      if (access.who !== 'permitted' || viewer === undefined) refuse('FORBIDDEN');
      if (!isPermittedOn(viewer, access.permission, orgPath)) refuse('FORBIDDEN');
      if (access.scope === 'root' && orgPath.length !== 1) throw new Error('proved on an org that is not the root');
      proved = true;
    },
    assertProved() {
      if (!proved) throw new Error('an action replied without requirePermissionOn');
    },
  };
}
