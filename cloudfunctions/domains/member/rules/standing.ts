import { type Permission, permissions } from '../../../../contract/permissions';
import { isPermittedOn, orgsWith } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';

/** Grants that count now. */
type Holder = Pick<Viewer, 'grants'>;

const all = Object.keys(permissions) as Permission[];

/** Where the orgs of grants stand now; one that is gone has no path. */
type Paths = ReadonlyMap<string, readonly string[]>;

/** Whether somebody may do something somewhere that the viewer may not do there: then he is not the viewer's to manage. */
export const isAbove = (viewer: Holder, held: Holder, paths: Paths): boolean =>
  all.some((permission) =>
    orgsWith(held, permission).some((orgId) => {
      const path = paths.get(orgId);
      return path !== undefined && !isPermittedOn(viewer, permission, path);
    }),
  );
