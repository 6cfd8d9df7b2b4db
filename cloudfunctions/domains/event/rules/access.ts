import { isPermittedOn, orgsWith } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import { among, type Query } from '../../../kernel/port';
import type { SeenBy } from '../../../shared/participation/shape';
import type { EventDoc } from '../collections';

export const mayManage = (viewer: Viewer, { orgPath }: Pick<EventDoc, 'orgPath'>): boolean =>
  isPermittedOn(viewer, 'event:manage', orgPath);

/** The same as `maySee` for who has not signed up: the conditions of a query. */
export const visibleTo = (viewer: Viewer): Query<EventDoc> => {
  const managed = orgsWith(viewer, 'event:manage');
  const own = { orgId: among(viewer.scope) };
  return managed.length === 0 ? own : { anyOf: [own, { orgPath: among(managed) }] };
};

/** Those of the subtree, those who run it, and whoever signed up while he belonged to it. */
export const maySee = (viewer: Viewer, event: Pick<SeenBy<EventDoc>, 'orgId' | 'orgPath' | 'position'>): boolean =>
  viewer.scope.includes(event.orgId) || mayManage(viewer, event) || event.position >= 0;
