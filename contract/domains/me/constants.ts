/** A name is changed at most once in so many days. */
export const RENAME_DAYS = 30;
/** How long a change of the name can be taken back, in hours. */
export const RENAME_UNDO_HOURS = 24;
