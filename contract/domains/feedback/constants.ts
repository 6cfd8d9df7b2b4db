/** Longest text of a ticket, of what is added to it and of its reply, in characters. */
export const FEEDBACK_MAX = 1000;
/** Most turns of one ticket after its first text; who still has something to say files another one. */
export const TURNS_MAX = 20;
/** For so long the person who answered can take the answer back. */
export const UNDO_MINUTES = 10;
/** Years that a ticket of somebody who never joined is kept; a member's until he has it erased. */
export const VISITOR_YEARS = 2;

export const feedbackKinds = ['complaint', 'suggestion', 'question', 'fault'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];
export const feedbackKindNames: Record<FeedbackKind, string> = {
  complaint: '投诉',
  suggestion: '建议',
  question: '咨询',
  fault: '用不了',
};

/** As it is stored: to be answered, answered, over. */
export const deskStates = ['open', 'answered', 'closed'] as const;
export type DeskState = (typeof deskStates)[number];

/** As people see it. */
export const ticketStates = ['received', 'inHand', 'reopened', 'answered', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];
export const ticketStateNames: Record<TicketState, string> = {
  received: '已收到',
  inHand: '办理中',
  reopened: '又说了一句，待答复',
  answered: '已答复',
  closed: '已办结',
};
