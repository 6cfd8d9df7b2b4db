import { HOUR_MS } from '../../contract/durations';
import { deriveCode, deriveId } from '../../cloudfunctions/kernel/ids';
import type { FeedbackDoc } from '../../cloudfunctions/domains/feedback/collections';
import { dueFor } from '../../cloudfunctions/domains/feedback/rules/state';
import { newFeedback } from '../../cloudfunctions/domains/feedback/rules/ticket';
import { demoTickets, type DemoTicket } from '../../demo/feedback';
import { type City, memberId } from './documents';

const OFFICE = 'admin';

function ticketDocument(
  { key, by, hoursAgo, takenBy, turns = [], closed, ...words }: DemoTicket,
  at: number,
): FeedbackDoc {
  const ago = (hours: number) => at - hours * HOUR_MS;
  const id = deriveId('f', 'demo', key);
  const names = { id, code: deriveCode(4, 'demo', key), key: deriveId('k', 'demo', by), memberId: memberId(by) };
  const filed = newFeedback(names, words, ago(hoursAgo));
  const office = memberId(OFFICE);
  const said = turns.map((turn, index) => ({
    id: `${id}-${index}`,
    from: turn.from,
    text: turn.text,
    at: ago(turn.hoursAgo),
    ...(turn.from === 'office' ? { by: office } : {}),
  }));
  const last = said[said.length - 1];
  const answered = last?.from === 'office' ? { reply: { text: last.text, at: last.at, by: office } } : {};
  const again = last?.from === 'person' ? dueFor(last.at) : {};
  const state = closed ? 'closed' : last?.from === 'office' ? 'answered' : 'open';
  return {
    ...filed,
    ...answered,
    ...again,
    state,
    turns: said,
    taker: takenBy === undefined ? null : memberId(takenBy),
  };
}

/** Tickets of the demo city in every state: received, in hand, past their day, answered, said again, closed. */
export const feedbackDocuments = ({ at }: Pick<City, 'at'>): FeedbackDoc[] =>
  demoTickets.map((ticket) => ticketDocument(ticket, at));
