import type { OfficeTicket } from '@contract/domains/feedback/actions';

/** A ticket that waits for its answer, as the office sees it. */
export const ticketOf = (extra: Partial<OfficeTicket> = {}): OfficeTicket => ({
  id: 'f1',
  ticket: '20261123-4F7K',
  kind: 'suggestion',
  text: '希望周末也开放',
  at: Date.UTC(2026, 10, 23, 2),
  replyBy: '20261130',
  reply: null,
  state: 'received',
  anonymous: false,
  turns: [],
  overdue: false,
  taken: 'nobody',
  undoUntil: null,
  ...extra,
});
