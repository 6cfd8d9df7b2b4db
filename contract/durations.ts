/** Milliseconds of an hour and of a day; Shanghai, where all days are, has had none of another length since 1991. */
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
