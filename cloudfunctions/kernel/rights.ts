import type { ActionSpec } from '../../contract/action';
import { createProof, orgsWith } from './access';
import type { RequirePermission, Viewer } from './context';
import { presentOrg, type OrgNode } from './orgTree';
import type { Collection } from './port';
import { refuse } from './refuse';

/** What a handler proves rights with; see `Context`. */
export interface Rights {
  readonly requirePermissionOnOrg: RequirePermission;
  readonly requirePermissionAboveOrg: RequirePermission;
  readonly requirePermissionOnRoot: () => Promise<void>;
  /** Throws when an action that needs a permission gave a reply without having proved it. */
  readonly assertProved: () => void;
  /** The orgs on which rights were asked for in this call, and all above them; whether he has them or not. */
  readonly asked: () => string[];
}

/** What of an action says how its right is proved. */
type Proved = Pick<ActionSpec, 'access' | 'kind' | 'archived'>;

/** Rights of one call, judged by where orgs stand now and never by a path that was copied. */
export function createRights(
  { access, kind, archived }: Proved,
  viewer: Viewer | undefined,
  orgs: Collection<OrgNode>,
): Rights {
  const proof = createProof(access, viewer);
  const asked = new Set<string>();
  const requireOn = (path: readonly string[]): void => {
    for (const id of path) asked.add(id);
    proof.requirePermissionOn(path);
  };
  const scope = viewer?.scope ?? [];
  const find = async (orgId: string | undefined, near: readonly string[] = [], read?: readonly OrgNode[]) =>
    (orgId === undefined ? undefined : await presentOrg(orgs, orgId, [...scope, ...near], read)) ?? refuse('NOT_FOUND');
  /** Proves it on the path that `pathOf` makes of the path of the org. */
  const prove =
    (pathOf: (path: string[]) => string[]): RequirePermission =>
    async (orgId, near, read) => {
      const standing = await find(orgId, near, read);
      requireOn(pathOf(standing.rightsPath));
      if (standing.archived && kind === 'command' && archived !== 'allowed') refuse('ORG_ARCHIVED');
      return standing.org;
    };
  return {
    requirePermissionOnOrg: prove((path) => path),
    requirePermissionAboveOrg: prove((path) => (path.length > 1 ? path.slice(0, -1) : path)),
    async requirePermissionOnRoot() {
      if (access.who !== 'permitted' || viewer === undefined) refuse('FORBIDDEN');
      const { rightsPath, reachesRoot } = await find(orgsWith(viewer, access.permission)[0]);
      if (!reachesRoot) refuse('FORBIDDEN');
      requireOn(rightsPath.slice(0, 1));
    },
    assertProved: () => proof.assertProved(),
    asked: () => [...asked],
  };
}
