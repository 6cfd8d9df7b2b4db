import type { Permission } from '../../../../contract/permissions';
import { isPermittedOn, orgsWith } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import { among, type Condition } from '../../../kernel/port';

/*
 * Who sees the things of an org, as conditions of lists and as questions about one thing. Each condition is served by an
 * index that begins with its field; the page of a list is `pageOf` of `kernel/paging.ts`.
 */

/** What a document embeds that belongs to an org. */
export interface OfOrg {
  orgId: string;
  /** The org and all above it, the root first. */
  orgPath: string[];
}

/** The things that everybody in the subtree of their org sees. */
export const inScopeOf = ({ scope }: Pick<Viewer, 'scope'>): { orgId: Condition } => ({ orgId: among(scope) });

/** The things of the orgs that the viewer runs by this permission, and of all below them. */
export const managedBy = (viewer: Pick<Viewer, 'grants'>, permission: Permission): { orgPath: Condition } => ({
  orgPath: among(orgsWith(viewer, permission)),
});

/** The things of the orgs that the viewer runs himself, without those below them. */
export const ownedBy = (viewer: Pick<Viewer, 'grants'>, permission: Permission): { orgId: Condition } => ({
  orgId: among(orgsWith(viewer, permission)),
});

/** Whether the viewer runs what belongs to this org. */
export const mayManage = (
  viewer: Pick<Viewer, 'grants'>,
  permission: Permission,
  { orgPath }: Pick<OfOrg, 'orgPath'>,
): boolean => isPermittedOn(viewer, permission, orgPath);

/** The same as `inScopeOf` for one thing. */
export const isInScope = ({ scope }: Pick<Viewer, 'scope'>, { orgId }: Pick<OfOrg, 'orgId'>): boolean =>
  scope.includes(orgId);
