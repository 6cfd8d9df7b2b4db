import type { Feedback } from '../../../contract/domains/feedback/actions';
import type { Others } from '../../kernel/others';
import { pageOf } from '../../kernel/paging';
import { addCard, cardId } from '../../shared/cards/public';
import type { FeedbackDatabase, FeedbackDoc } from './collections';
import { FEEDBACK_CARD, feedbackCard } from './rules/card';
import { feedbackView, inboxView } from './rules/view';

const PAGE_SIZE = 20;

/** Files it, and gives what stands under its id: the earlier record when it was filed before. */
export async function file(db: FeedbackDatabase, feedback: FeedbackDoc): Promise<FeedbackDoc> {
  if (await db.feedback.add(feedback)) return feedback;
  return (await db.feedback.get(feedback._id)) ?? feedback;
}

export const findFeedback = (db: FeedbackDatabase, id: string): Promise<FeedbackDoc | undefined> => db.feedback.get(id);

/** Writes the reply where there is none yet; the record with it, or `undefined` when there was one or no record. */
export const replyOnce = (
  db: FeedbackDatabase,
  id: string,
  reply: { text: string; at: number; by: string },
): Promise<FeedbackDoc | undefined> => db.feedback.updateOne({ _id: id, reply: null }, { set: { reply } });

/** Lets the sender know on 今日. Twice is once; of a reply whose first sending broke off, the second one tells. */
export const tell = (others: Others, feedback: FeedbackDoc, now: number): Promise<boolean> => {
  const id = cardId(FEEDBACK_CARD, feedback._id, feedback.memberId);
  return addCard(others, feedbackCard(feedback, { id, now }));
};

interface Page {
  items: Feedback[];
  next: string | null;
}

/** The member's own, newest first. */
export const pageOfMine = (db: FeedbackDatabase, memberId: string, cursor: string | undefined): Promise<Page> =>
  pageOf(db.feedback, { memberId }, { sort: ['at', -1], cursor, size: PAGE_SIZE, view: feedbackView });

/** Everybody's, newest first. */
export const pageOfInbox = (db: FeedbackDatabase, cursor: string | undefined): Promise<Page> =>
  pageOf(db.feedback, {}, { sort: ['at', -1], cursor, size: PAGE_SIZE, view: inboxView });
