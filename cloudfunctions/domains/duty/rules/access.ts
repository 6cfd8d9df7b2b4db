import { isPermittedOn, orgsWith } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import type { Permission } from '../../../../contract/permissions';

export const MANAGE: Permission = 'duty:manage';
/** Whoever sees the page of an org sees the board that stands on it. */
const SEE: Permission = 'org:see';

type Person = Pick<Viewer, 'scope' | 'grants'>;

/** Whether he edits or sees boards by a role at all; else where an org stands need not be known. */
export const looksByRole = (viewer: Person): boolean =>
  orgsWith(viewer, MANAGE).length > 0 || orgsWith(viewer, SEE).length > 0;

/** What somebody may do with the board of an org, by where it stands; `undefined` where it is none of his business. */
export function accessTo(
  viewer: Person,
  orgId: string,
  orgPath: readonly string[] | undefined,
): { mayManage: boolean } | undefined {
  const on = (permission: Permission) => orgPath !== undefined && isPermittedOn(viewer, permission, orgPath);
  const mayManage = on(MANAGE);
  return mayManage || on(SEE) || viewer.scope.includes(orgId) ? { mayManage } : undefined;
}
