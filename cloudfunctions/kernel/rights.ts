import type { Access } from '../../contract/action';
import { createProof, orgsWith } from './access';
import type { Viewer } from './context';
import { presentOrg, type OrgNode, type PresentOrg } from './orgTree';
import type { Collection } from './port';
import { refuse } from './refuse';

/** What a handler proves rights with; see `Context`. */
export interface Rights {
  readonly requirePermissionOnOrg: (orgId: string, near?: readonly string[]) => Promise<PresentOrg>;
  readonly requirePermissionOnRoot: () => Promise<void>;
  /** Throws when an action that needs a permission gave a reply without having proved it. */
  readonly assertProved: () => void;
}

/** Rights of one call, judged by where orgs stand now and never by a path that was copied. */
export function createRights(access: Access, viewer: Viewer | undefined, orgs: Collection<OrgNode>): Rights {
  const proof = createProof(access, viewer);
  const scope = viewer?.scope ?? [];
  const find = async (orgId: string | undefined, near: readonly string[] = []) =>
    (orgId === undefined ? undefined : await presentOrg(orgs, orgId, [...scope, ...near])) ?? refuse('NOT_FOUND');
  return {
    async requirePermissionOnOrg(orgId, near) {
      const { org, rightsPath } = await find(orgId, near);
      proof.requirePermissionOn(rightsPath);
      return org;
    },
    async requirePermissionOnRoot() {
      if (access.who !== 'permitted' || viewer === undefined) refuse('FORBIDDEN');
      const { rightsPath, reachesRoot } = await find(orgsWith(viewer, access.permission)[0]);
      if (!reachesRoot) refuse('FORBIDDEN');
      proof.requirePermissionOn(rightsPath.slice(0, 1));
    },
    assertProved: () => proof.assertProved(),
  };
}
