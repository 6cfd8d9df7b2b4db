import type { Change } from '../../../../contract/domains/home/actions';
import type { CardDoc } from '../../../shared/cards/shape';
import type { FeedbackDoc } from '../collections';

export const FEEDBACK_CARD = 'feedback';

/** How long an answer is told on 今日 to somebody who does not come. */
const TOLD_MS = 365 * 86_400_000;

export interface FeedbackCardData {
  ticket: string;
}
/** Present once the answer was put away. */
export interface FeedbackTold {
  answered: true;
}

/** Tells the sender that his ticket was answered. */
export const feedbackCard = (
  { _id, memberId, ticket }: Pick<FeedbackDoc, '_id' | 'ticket'> & { memberId: string },
  { id, now }: { id: string; now: number },
): CardDoc<FeedbackCardData, FeedbackTold> => ({
  _id: id,
  to: memberId,
  source: FEEDBACK_CARD,
  thing: _id,
  from: now,
  until: now + TOLD_MS,
  data: { ticket },
});

/** What is new by the card, until it was put away. */
export const answerChange = ({
  thing,
  data,
  told,
}: Pick<CardDoc<FeedbackCardData, FeedbackTold>, 'thing' | 'data' | 'told'>): Change | undefined =>
  told === undefined ? { kind: 'answered', id: thing, ticket: data.ticket } : undefined;
