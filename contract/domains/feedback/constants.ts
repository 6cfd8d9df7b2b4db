/** Longest text of a ticket and of its reply, in characters. */
export const FEEDBACK_MAX = 1000;
/** Days within which a reply to a complaint or suggestion is promised (rule R6). */
export const REPLY_DAYS = 7;

export const feedbackKinds = ['complaint', 'suggestion'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];
export const feedbackKindNames: Record<FeedbackKind, string> = { complaint: '投诉', suggestion: '建议' };
