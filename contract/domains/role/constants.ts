import { DAY_MS } from '../../durations';

/** Longest time in which somebody stands in for another, in days. */
export const DELEGATION_DAYS = 92;
/** How long a handover can be taken back, in milliseconds. */
export const HANDOVER_UNDO_MS = DAY_MS;
/** How long a claiming code counts, in days. */
export const CLAIM_DAYS = 7;
/** Characters of a claiming code: 17 of 29, 82 bits. */
export const CLAIM_LENGTH = 17;
/** What they are: read aloud without a mistake. */
export const CLAIM_ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ';

/** How it stands with a role that was given or proposed. */
export const termStates = ['proposed', 'given', 'changed', 'ended', 'declined', 'lapsed'] as const;
export type TermState = (typeof termStates)[number];
export const termStateNames: Record<TermState, string> = {
  proposed: '待同意',
  given: '任职',
  changed: '已改任期',
  ended: '已结束',
  declined: '未同意',
  lapsed: '逾期未定',
};
/** Most people of one name that are shown to whoever looks for a successor or for somebody to stand in. */
export const NAMESAKES_MAX = 10;
