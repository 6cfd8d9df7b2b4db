import type { KernelDatabase } from './collections';
import { viewerFields, type Viewer } from './context';
import { activeGrants, type Grant } from './grants';
import { deriveId } from './ids';
import { among } from './port';

/** Who calls. `openid` stays in the kernel. */
export interface Caller {
  readonly openid: string | undefined;
  readonly viewer: Viewer | undefined;
}

/** A member as he is at this instant: grants that are over or to come do not count, nor does a time that has passed. */
export const viewerAt = (member: Viewer, now: number): Viewer => ({
  ...member,
  grants: activeGrants(member.grants, now),
  disabled: isDisabled(member, now),
});

/** Whether somebody is disabled at this instant: an end that has passed counts by itself. */
const isDisabled = ({ disabled, disabledFor }: Pick<Viewer, 'disabled' | 'disabledFor'>, now: number): boolean =>
  disabled && now < (disabledFor?.until ?? Infinity);

/**
 * The member of an identity, or `undefined`. One round trip, by the unique index, two of somebody who stands in for
 * others; read anew for every call.
 */
export async function findViewer(db: KernelDatabase, openid: string, now: number): Promise<Viewer | undefined> {
  const [member] = await db.members.find({ openid }, { limit: 1, fields: viewerFields });
  if (member === undefined) return undefined;
  // One round trip more, for the first call after somebody asked.
  if (member.unused === true) await db.members.update({ _id: member._id }, { unset: ['unused'] });
  const viewer = viewerAt(member, now);
  return { ...viewer, grants: await standing(db, viewer.grants, now) };
}

/** Without what is held in the place of somebody who cannot use his record now. One round trip, for those who stand in. */
async function standing(db: KernelDatabase, grants: Grant[], now: number): Promise<Grant[]> {
  const principals = [...new Set(grants.flatMap(({ of }) => of ?? []))];
  if (principals.length === 0) return grants;
  const fields = ['disabled', 'disabledFor'] as const;
  const found = await db.members.find({ _id: among(principals) }, { limit: principals.length, fields });
  const able = found.filter((principal) => !isDisabled(principal, now)).map(({ _id }) => _id);
  return grants.filter(({ of }) => of === undefined || able.includes(of));
}

/** Who calls, from what the cloud says; a call without an identity (another server, a console) has neither. */
export async function identify(db: KernelDatabase, openid: string | undefined, now: number): Promise<Caller> {
  return { openid, viewer: openid === undefined ? undefined : await findViewer(db, openid, now) };
}

/** A name for counting somebody's calls: the member id, or one that cannot be turned back into an openid. */
export function countingName({ openid, viewer }: Caller, window: string): string {
  if (viewer !== undefined) return viewer._id;
  return openid === undefined ? 'nobody' : deriveId('v', openid, window);
}

/** Who did it, for the audit: an id of ours, or that there is none. */
export const actorName = ({ openid, viewer }: Caller): string =>
  viewer?._id ?? (openid === undefined ? 'nobody' : 'visitor');
