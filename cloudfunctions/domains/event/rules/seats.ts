import { isPermittedOn } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import { deriveCode } from '../../../kernel/ids';
import type { SeenBy } from '../../../shared/participation/shape';
import type { EventDoc } from '../collections';

/** A code of when and where, short since every sign-up carries one; another one after the event was moved. */
export const planCode = ({ startsAt, endsAt, place }: Pick<EventDoc, 'startsAt' | 'endsAt' | 'place'>): string =>
  deriveCode(6, String(startsAt), String(endsAt), place);

export const mayManage = (viewer: Viewer, { orgPath }: Pick<EventDoc, 'orgPath'>): boolean =>
  isPermittedOn(viewer, 'event:manage', orgPath);

/** Those of the subtree, those who run it, and whoever signed up while he belonged to it. */
export const maySee = (viewer: Viewer, event: Pick<SeenBy<EventDoc>, 'orgId' | 'orgPath' | 'position'>): boolean =>
  viewer.scope.includes(event.orgId) || mayManage(viewer, event) || event.position >= 0;
