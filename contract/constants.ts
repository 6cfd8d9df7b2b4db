/*
 * Numbers and names that the client needs at run time and that belong to no one domain; a domain's own are in its
 * `constants.ts`. They stand apart from the schemas so that the mini-program's package carries no schema library: of
 * `actions` and `registry` the client imports only types.
 */

/** How old a tap may be that says only how long ago it was. */
export const TAP_MAX_AGE_MS = 48 * 3_600_000;
/** Two clocks that differ by less are the same clock, seen over a network. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;
