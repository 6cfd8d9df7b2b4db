/** How far back a day may be filled in (补记). */
export const BACKFILL_DAYS = 60;
/** Longest note (心得), in characters. */
export const NOTE_MAX = 500;
