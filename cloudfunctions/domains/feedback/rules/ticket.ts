import type { FeedbackKind } from '../../../../contract/domains/feedback/constants';
import { REPLY_DAYS } from '../../../../contract/domains/feedback/constants';
import { addDays, dayOf } from '../../../../contract/day';
import type { Checked } from '../../../shared/moderation/rules/check';
import type { FeedbackDoc } from '../collections';

/** A complaint or suggestion as it is filed. `code` makes the ticket number sayable: `20261123-4F7K`. */
export function newFeedback(
  { id, code, memberId }: { id: string; code: string; memberId: string },
  { kind, text, checked = { passed: true } }: { kind: FeedbackKind; text: string; checked?: Checked },
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
    ...(mayHurt(checked) && { folded: true as const }),
  };
}

/** What was not looked at for whatever reason is shown as it is: nobody is made to look suspicious by a lost connection. */
const mayHurt = (checked: Checked): boolean => !checked.passed && checked.state !== 'pending';

/** True when this very reply by this very person is what stands: the command came twice. */
export const repliedLikeThis = ({ reply }: FeedbackDoc, text: string, by: string): boolean =>
  reply?.text === text && reply.by === by;
