/** Longest texts, in characters. */
export const REASON_MAX = 600;
export const QUESTION_MAX = 120;
export const POINTER_MAX = 300;
