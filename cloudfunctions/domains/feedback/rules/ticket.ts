import type { FeedbackKind } from '../../../../contract/domains/feedback/constants';
import { REPLY_DAYS } from '../../../../contract/domains/feedback/constants';
import { addDays, dayOf } from '../../../../contract/day';
import type { FeedbackDoc } from '../collections';
import type { OrgDoc } from '../../org/collections';

/** A complaint or suggestion as it is filed. `code` makes the ticket number sayable: `20261123-4F7K`. */
export function newFeedback(
  { id, code, memberId }: { id: string; code: string; memberId: string },
  { kind, text }: { kind: FeedbackKind; text: string },
  now: number,
): FeedbackDoc {
  const day = dayOf(now);
  return {
    _id: id,
    memberId,
    ticket: `${day}-${code}`,
    kind,
    text,
    at: now,
    replyBy: addDays(day, REPLY_DAYS),
    reply: null,
  };
}

/** True when this very reply by this very person is what stands: the command came twice. */
export const repliedLikeThis = ({ reply }: FeedbackDoc, text: string, by: string): boolean =>
  reply?.text === text && reply.by === by;

/**
 * The path on which a role must be held to read everybody's feedback: the committee at the root of the tree that these
 * orgs are in. Empty when there are none, which no role is on.
 */
export const committeePath = (orgs: readonly Pick<OrgDoc, 'path'>[]): string[] => orgs[0]?.path.slice(0, 1) ?? [];
