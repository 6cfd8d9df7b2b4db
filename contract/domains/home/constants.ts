/** Most changes told at a time on 今日. */
export const CHANGES_MAX = 3;
