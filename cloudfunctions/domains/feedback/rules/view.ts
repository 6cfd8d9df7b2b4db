import type { Feedback, OfficeTicket } from '../../../../contract/domains/feedback/actions';
import type { FeedbackDoc } from '../collections';
import { isOverdue, stateOf } from './state';
import { turnsOf, undoUntil } from './ticket';

/** One complaint or suggestion; who sent it, who has it in hand and who answered stay inside. */
export const feedbackView = (doc: FeedbackDoc): Feedback => ({
  id: doc._id,
  ticket: doc.ticket,
  kind: doc.kind,
  text: doc.text,
  at: doc.at,
  replyBy: doc.replyBy,
  ...(doc.roughly === true && { roughly: true }),
  reply: doc.reply === null ? null : { text: doc.reply.text, at: doc.reply.at },
  state: stateOf(doc),
  anonymous: doc.anonymous ?? false,
  turns: turnsOf(doc).map(({ id, from, text, at }) => ({ id, from, text, at })),
});

/** The same for somebody of the office. */
export const officeView = (doc: FeedbackDoc, viewerId: string, now: number): OfficeTicket => ({
  ...feedbackView(doc),
  ...(doc.folded === true && { folded: true }),
  overdue: isOverdue(doc, now),
  taken: doc.taker ? (doc.taker === viewerId ? 'me' : 'other') : 'nobody',
  undoUntil: undoUntil(doc, viewerId, now),
});
