import type { RecommendationCard } from '../../../../contract/domains/recommendation/actions';
import type { ErrorCode, FieldError } from '../../../../contract/errors';
import { scheduleError } from '../../../../contract/times';
import { isPermittedOn } from '../../../kernel/access';
import type { Viewer } from '../../../kernel/context';
import type { Conditions } from '../../../kernel/port';
import { among, atMost } from '../../../kernel/port';
import { judgeVersion } from '../../../shared/commands/rules/commands';
import type { RecommendationDoc } from '../collections';

type State = RecommendationCard['state'];

/** A scheduled one turns into a published one by the clock alone; no timer is needed. */
export function stateOf(
  { withdrawn, publishAt }: Pick<RecommendationDoc, 'withdrawn' | 'publishAt'>,
  now: number,
): State {
  if (withdrawn) return 'withdrawn';
  return publishAt > now ? 'scheduled' : 'published';
}

/** What everybody in the subtree of its org sees: the conditions of a query. */
export const visibleTo = ({ scope }: Pick<Viewer, 'scope'>, now: number): Conditions<RecommendationDoc> => ({
  orgId: among(scope),
  withdrawn: false,
  publishAt: atMost(now),
});

type Placed = Pick<RecommendationDoc, 'orgId' | 'orgPath' | 'withdrawn' | 'publishAt'>;

export const mayEdit = (viewer: Viewer, { orgPath }: Pick<Placed, 'orgPath'>): boolean =>
  isPermittedOn(viewer, 'recommendation:publish', orgPath);

/** The same as `visibleTo` for one document, and an editor sees every state. */
export const maySee = (viewer: Viewer, doc: Placed, now: number): boolean =>
  mayEdit(viewer, doc) || (viewer.scope.includes(doc.orgId) && stateOf(doc, now) === 'published');

/** When to publish: at once where nothing is asked; what is wrong when what is asked is not possible. */
export function publicationTime(asked: number | null | undefined, now: number): number | FieldError[] {
  if (asked == null) return now;
  const message = scheduleError(asked, now);
  return message === undefined ? asked : [{ path: 'publishAt', message }];
}

interface Revision {
  commandId: string;
  version: number;
  publishAt?: number | null | undefined;
}
type Verdict =
  | { kind: 'seen' }
  | {
      kind: 'refused';
      code: Extract<ErrorCode, 'CONFLICT' | 'ALREADY_PUBLISHED' | 'SCHEDULE_INVALID'>;
      fields?: FieldError[];
    }
  | { kind: 'revise'; publishAt: number };

/**
 * What a revision may do. Its `publishAt`: absent leaves the time as it is, null publishes at once. Once the time has
 * come nothing moves it.
 */
export function judgeRevision(
  doc: Pick<RecommendationDoc, 'commands' | 'version' | 'publishAt'>,
  { commandId, version, publishAt }: Revision,
  now: number,
): Verdict {
  const verdict = judgeVersion(doc, { commandId, version });
  if (verdict === 'seen') return { kind: 'seen' };
  if (verdict === 'conflict') return { kind: 'refused', code: 'CONFLICT' };
  if (publishAt === undefined || publishAt === doc.publishAt) return { kind: 'revise', publishAt: doc.publishAt };
  if (doc.publishAt <= now) {
    if (publishAt === null) return { kind: 'revise', publishAt: doc.publishAt };
    return { kind: 'refused', code: 'ALREADY_PUBLISHED' };
  }
  const time = publicationTime(publishAt, now);
  if (typeof time === 'number') return { kind: 'revise', publishAt: time };
  return { kind: 'refused', code: 'SCHEDULE_INVALID', fields: time };
}
