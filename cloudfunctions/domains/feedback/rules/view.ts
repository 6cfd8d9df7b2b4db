import type { Feedback } from '../../../../contract/domains/feedback/actions';
import type { FeedbackDoc } from '../collections';

/** The same for those who answer. */
export const inboxView = (doc: FeedbackDoc): Feedback => ({
  ...feedbackView(doc),
  ...(doc.folded && { folded: doc.folded }),
});

/** One complaint or suggestion; who sent it and who replied stay inside. */
export const feedbackView = ({ _id, ticket, kind, text, at, replyBy, reply }: FeedbackDoc): Feedback => ({
  id: _id,
  ticket,
  kind,
  text,
  at,
  replyBy,
  reply: reply === null ? null : { text: reply.text, at: reply.at },
});
