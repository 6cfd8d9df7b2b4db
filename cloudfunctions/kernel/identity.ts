import type { KernelDatabase } from './collections';
import { viewerFields, type Viewer } from './context';
import { deriveId } from './ids';

/** Who calls. `openid` stays in the kernel. */
export interface Caller {
  readonly openid: string | undefined;
  readonly viewer: Viewer | undefined;
}

/** The member of an identity, or `undefined`. One round trip, by the unique index; read anew for every call. */
export async function findViewer(db: KernelDatabase, openid: string): Promise<Viewer | undefined> {
  const [member] = await db.members.find({ openid }, { limit: 1, fields: viewerFields });
  return member;
}

/** Who calls, from what the cloud says; a call without an identity (another server, a console) has neither. */
export async function identify(db: KernelDatabase, openid: string | undefined): Promise<Caller> {
  return { openid, viewer: openid === undefined ? undefined : await findViewer(db, openid) };
}

/** A name for counting somebody's calls: the member id, or one that cannot be turned back into an openid. */
export function countingName({ openid, viewer }: Caller, window: string): string {
  if (viewer !== undefined) return viewer._id;
  return openid === undefined ? 'nobody' : deriveId('v', openid, window);
}

/** Who did it, for the audit: an id of ours, or that there is none. */
export const actorName = ({ openid, viewer }: Caller): string =>
  viewer?._id ?? (openid === undefined ? 'nobody' : 'visitor');
