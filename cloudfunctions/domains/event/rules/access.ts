import { orgsWith } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import type { Query } from '../../../kernel/port';
import type { SeenBy } from '../../../shared/participation/shape';
import * as scope from '../../../shared/scope/rules/scope';
import type { EventDoc } from '../collections';

export const MANAGE = 'event:manage';

/** Whether the viewer runs the org of the event, or one above it. */
export const mayManage = (viewer: Viewer, event: Pick<EventDoc, 'orgPath'>): boolean =>
  scope.mayManage(viewer, MANAGE, event);

/** The same as `maySee` for who has not signed up: the conditions of a query. */
export const visibleTo = (viewer: Viewer): Query<EventDoc> => {
  const own = scope.inScopeOf(viewer);
  return orgsWith(viewer, MANAGE).length === 0 ? own : { anyOf: [own, scope.managedBy(viewer, MANAGE)] };
};

/** Those of the subtree, those who run it, and whoever signed up while he belonged to it. */
export const maySee = (
  viewer: Viewer,
  event: Pick<SeenBy<EventDoc>, 'orgId' | 'orgPath' | 'position' | 'held'>,
): boolean => mayManage(viewer, event) || (!isKept(event) && (scope.isInScope(viewer, event) || event.position >= 0));

/** Whether it is called off, or meant to be once it may be seen. */
export const isCalledOff = ({ held, cancelled }: Pick<EventDoc, 'held' | 'cancelled'>): boolean =>
  held?.of === 'publication' ? held.cancelled : cancelled;

/** Whether nobody else may see it yet: the whole of it waits for a verdict, or was turned down. */
export const isKept = ({ held }: Pick<EventDoc, 'held'>): boolean => held?.of === 'publication';
