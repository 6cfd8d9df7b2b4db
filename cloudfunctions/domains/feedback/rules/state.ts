import type { DeskState, TicketState } from '../../../../contract/domains/feedback/constants';
import { config } from '../../../../contract/config';
import { dayOf, type Day } from '../../../../contract/day';
import { DAY_MS } from '../../../../contract/durations';
import { addWorkdays } from '../../../../contract/workdays';
import type { FeedbackDoc } from '../collections';

/** As a ticket is stored; one of before has no state and is what its answer says. */
export const deskStateOf = ({ state, reply }: Pick<FeedbackDoc, 'state' | 'reply'>): DeskState =>
  state ?? (reply === null ? 'open' : 'answered');

/** As people see it. */
export function stateOf(doc: Pick<FeedbackDoc, 'state' | 'reply' | 'taker' | 'turns'>): TicketState {
  const stored = deskStateOf(doc);
  if (stored !== 'open') return stored;
  if (doc.taker) return 'inHand';
  return (doc.turns ?? []).some(({ from }) => from === 'office') ? 'reopened' : 'received';
}

/** The working day by which what is said now is answered; `roughly` where holidays on the way are not known yet. */
export function dueFor(now: number): Pick<FeedbackDoc, 'replyBy' | 'roughly'> {
  const { day, known } = addWorkdays(dayOf(now), config.feedback.workdays);
  return known ? { replyBy: day } : { replyBy: day, roughly: true };
}

/** Whether it is past its day and not answered. */
export const isOverdue = (doc: Pick<FeedbackDoc, 'state' | 'reply' | 'replyBy'>, now: number): boolean =>
  deskStateOf(doc) === 'open' && doc.replyBy < dayOf(now);

/** Tickets due up to this day are what the office is reminded of: the next working day's. */
export const remindedUpTo = (now: number): Day => addWorkdays(dayOf(now), 1).day;

/** An answer before this instant to which nothing was said closes its ticket. */
export const closedBefore = (now: number): number => now - config.feedback.closeDays * DAY_MS;
