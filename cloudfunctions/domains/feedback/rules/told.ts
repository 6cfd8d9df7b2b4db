import { dayLabel } from '../../../../contract/day';
import type { NewNotice } from '../../../shared/notices/shape';
import type { FeedbackDoc } from '../collections';

/** Tells the sender that there is an answer; nobody where he has not joined. */
export const answeredNotice = ({ _id, memberId, ticket, reply }: FeedbackDoc): NewNotice[] =>
  memberId === null || reply === null
    ? []
    : [
        {
          to: memberId,
          kind: 'feedbackAnswered',
          thing: _id,
          about: String(reply.at),
          data: { title: '投诉建议有了答复', text: `${ticket} 有了答复。还有要说的，可以接着说。` },
        },
      ];

/** Reminds whoever has it in hand of the day that was promised; nobody where nobody has. */
export const dueNotice = ({ _id, taker, ticket, replyBy }: FeedbackDoc): NewNotice[] =>
  taker
    ? [
        {
          to: taker,
          kind: 'feedbackDue',
          thing: _id,
          about: replyBy,
          data: { title: '一条投诉建议该答复了', text: `${ticket} 承诺 ${dayLabel(replyBy)}前答复。` },
        },
      ]
    : [];
