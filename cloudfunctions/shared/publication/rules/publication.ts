import type { FieldError } from '../../../../contract/errors';
import type { Permission } from '../../../../contract/permissions';
import type { PublicationState } from '../../../../contract/shared/publication';
import { scheduleError } from '../../../../contract/times';
import type { Viewer } from '../../../kernel/context';
import { atMost, type Condition } from '../../../kernel/port';
import { judgeVersion } from '../../commands/rules/commands';
import { inScopeOf, isInScope, mayManage } from '../../scope/rules/scope';
import type { Publication } from '../shape';

type Timed = Pick<Publication, 'withdrawn' | 'publishAt'>;

type Submitted = Pick<Publication, 'publishAt' | 'held'>;

/** Whether nobody else may see it yet: the whole of it waits for a verdict, or was turned down. */
export const isKept = ({ held }: Pick<Publication, 'held'>): boolean => held?.of === 'publication';

/** When it is, or once it passes is to be, visible. */
export const meantFor = ({ publishAt, held }: Submitted): number =>
  held?.of === 'publication' ? held.publishAt : publishAt;

/** A scheduled one turns into a published one by the clock alone; no timer is needed. */
export function stateOf({ withdrawn, publishAt }: Timed, now: number): PublicationState {
  if (withdrawn) return 'withdrawn';
  return publishAt > now ? 'scheduled' : 'published';
}

/** What everybody in the subtree of its org sees: the conditions of a query. */
export const publishedTo = (viewer: Pick<Viewer, 'scope'>, now: number): Record<keyof Timed | 'orgId', Condition> => ({
  ...inScopeOf(viewer),
  withdrawn: false,
  publishAt: atMost(now),
});

/** The same for one document; and whoever may publish there sees every state. */
export const maySee = (
  viewer: Viewer,
  permission: Permission,
  doc: Timed & Pick<Publication, 'orgId' | 'orgPath'>,
  now: number,
): boolean => mayManage(viewer, permission, doc) || (isInScope(viewer, doc) && stateOf(doc, now) === 'published');

/** When to publish: at once where nothing is asked; what is wrong when what is asked is not possible. */
export function publicationTime(asked: number | null | undefined, now: number): number | FieldError[] {
  if (asked == null) return now;
  const message = scheduleError(asked, now);
  return message === undefined ? asked : [{ path: 'publishAt', message }];
}

/** Of which org, by whom, and from when on it is visible. */
export interface NewPublication {
  org: { _id: string; name: string; path: string[] };
  memberId: string;
  publishAt: number;
}

/** A new one, of an org and by a member. */
export const newPublication = ({ org, memberId, publishAt }: NewPublication, now: number): Publication => ({
  orgId: org._id,
  orgPath: [...org.path],
  orgName: org.name,
  memberId,
  publishAt,
  withdrawn: false,
  version: 1,
  createdAt: now,
  commands: [],
});

interface Revision {
  commandId: string;
  version: number;
  publishAt?: number | null | undefined;
}
type Verdict =
  | { kind: 'seen' }
  | { kind: 'refused'; code: 'CONFLICT' | 'ALREADY_PUBLISHED' | 'SCHEDULE_INVALID'; fields?: FieldError[] }
  | { kind: 'revise'; publishAt: number };

/**
 * What a revision may do. Its `publishAt`: absent leaves the time as it is, null publishes at once. Once the time has
 * come nothing moves it.
 */
export function judgeRevision(
  doc: Pick<Publication, 'commands' | 'version' | 'publishAt' | 'held'>,
  { commandId, version, publishAt }: Revision,
  now: number,
): Verdict {
  const verdict = judgeVersion(doc, { commandId, version });
  if (verdict === 'seen') return { kind: 'seen' };
  if (verdict === 'conflict') return { kind: 'refused', code: 'CONFLICT' };
  const meant = meantFor(doc);
  if (publishAt === undefined || publishAt === meant) return { kind: 'revise', publishAt: meant };
  if (doc.publishAt <= now) {
    if (publishAt === null) return { kind: 'revise', publishAt: doc.publishAt };
    return { kind: 'refused', code: 'ALREADY_PUBLISHED' };
  }
  const time = publicationTime(publishAt, now);
  if (typeof time === 'number') return { kind: 'revise', publishAt: time };
  return { kind: 'refused', code: 'SCHEDULE_INVALID', fields: time };
}
