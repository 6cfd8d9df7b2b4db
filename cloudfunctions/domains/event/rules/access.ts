import { isPermittedOn } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import type { SeenBy } from '../../../shared/participation/shape';
import type { EventDoc } from '../collections';

export const mayManage = (viewer: Viewer, { orgPath }: Pick<EventDoc, 'orgPath'>): boolean =>
  isPermittedOn(viewer, 'event:manage', orgPath);

/** Those of the subtree, those who run it, and whoever signed up while he belonged to it. */
export const maySee = (viewer: Viewer, event: Pick<SeenBy<EventDoc>, 'orgId' | 'orgPath' | 'position'>): boolean =>
  viewer.scope.includes(event.orgId) || mayManage(viewer, event) || event.position >= 0;
