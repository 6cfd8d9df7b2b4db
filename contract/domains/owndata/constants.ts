/** Days between asking to be erased and the erasing, in which it can be taken back. */
export const GRACE_DAYS = 7;
/** What is typed to confirm it. */
export const ERASE_WORD = '注销';
/** How long counts of what is stored are shown before they are made anew, hours. */
export const COUNTS_HOURS = 24;
