import { HOUR_MS } from '../../../../contract/durations';
import { CITY_WRONG_MAX, WRONG_MAX } from '../../../../contract/domains/invitation/constants';
import type { JoinTriesDoc } from '../collections';

/** The counters of one hour: of a person, by his key, and of the city. */
export function countersOf(k: string, now: number): { own: string; city: string; expiresAt: number } {
  const hour = Math.floor(now / HOUR_MS);
  return { own: `${k}:${hour}`, city: `city:${hour}`, expiresAt: (hour + 1) * HOUR_MS };
}

/**
 * Whether somebody is held back: only while the whole city gets more wrong codes than people mistype, and only who has
 * given several himself. Whoever has the right code at the first tries never is.
 */
export function isHeldBack(counts: readonly JoinTriesDoc[], { own, city }: { own: string; city: string }): boolean {
  return countOf(counts, city) >= CITY_WRONG_MAX && countOf(counts, own) >= WRONG_MAX;
}

/** Whether an answer to the roster's question is looked at: not of who has given several wrong ones, or wrong codes, in this hour. */
export const mayAnswer = (counts: readonly JoinTriesDoc[], { own }: { own: string }): boolean =>
  countOf(counts, own) < WRONG_MAX;

const countOf = (counts: readonly JoinTriesDoc[], id: string): number =>
  counts.find(({ _id }) => _id === id)?.count ?? 0;
