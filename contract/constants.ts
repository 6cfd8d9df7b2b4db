/*
 * Numbers and names that the client needs at run time. They stand apart from the schemas so that the mini-program's
 * package carries no schema library: the client imports only types from `actions` and `registry`.
 */

/** How far back a day may be filled in (补记). */
export const BACKFILL_DAYS = 60;
/** How old a tap may be that says only how long ago it was. */
export const TAP_MAX_AGE_MS = 48 * 3_600_000;
/** Two clocks that differ by less are the same clock, seen over a network. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** Longest texts, in characters. */
export const NOTE_MAX = 500;
export const REASON_MAX = 600;
export const QUESTION_MAX = 120;
export const POINTER_MAX = 300;
export const ABOUT_MAX = 1000;
export const FEEDBACK_MAX = 1000;

/** Ink tones of the typographic covers, chosen by category. */
export const tones = ['ink', 'bamboo', 'river', 'clay', 'plum', 'ochre'] as const;
export type Tone = (typeof tones)[number];

export const shelfStatuses = ['want', 'reading', 'finished'] as const;
export type ShelfStatus = (typeof shelfStatuses)[number];
export const shelfStatusNames: Record<ShelfStatus, string> = { want: '想读', reading: '在读', finished: '读完' };
/** Most books on the desk (在读) at a time. */
export const DESK_MAX = 9;

export const FORM_FIELDS_MAX = 5;
export const CAPACITY_MAX = 1000;
/** Most people in one event's queue, places and waitlist together: keeps one event one small document. */
export const QUEUE_MAX = 2000;
export const eventKinds = ['recitation', 'readingClub', 'lecture'] as const;
export type EventKind = (typeof eventKinds)[number];
export const eventKindNames: Record<EventKind, string> = { recitation: '诵读', readingClub: '共读', lecture: '讲座' };

/** Minutes a form takes, told before it is opened (rule R8): ten seconds a choice, thirty a text, at least one minute. */
export const formMinutes = (form: readonly { kind: 'text' | 'choice' }[]): number =>
  Math.max(1, Math.ceil(form.reduce((seconds, field) => seconds + (field.kind === 'choice' ? 10 : 30), 0) / 60));

/** Days within which a reply to a complaint or suggestion is promised (rule R6). */
export const REPLY_DAYS = 7;
export const feedbackKinds = ['complaint', 'suggestion'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];
export const feedbackKindNames: Record<FeedbackKind, string> = { complaint: '投诉', suggestion: '建议' };

/** Most changes told at a time on 今日. */
export const CHANGES_MAX = 3;
