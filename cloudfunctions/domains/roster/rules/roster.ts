import { DAY_MS, HOUR_MS } from '../../../../contract/durations';
import { CLEAR_UNDO_HOURS } from '../../../../contract/domains/roster/constants';
import type { RosterDoc, RosterNameDoc } from '../collections';
import type { Added } from './compare';

type Plan = Pick<RosterDoc, 'question' | 'direct'> & { days: number };

/** A roster as it is stored at first. */
export const newRoster = (
  { id, org, by }: { id: string; org: { _id: string; path: string[]; name: string }; by: string },
  { question, direct, days }: Plan,
  now: number,
): RosterDoc => ({
  _id: id,
  orgId: org._id,
  orgPath: org.path,
  orgName: org.name,
  question,
  direct,
  by,
  at: now,
  until: now + days * DAY_MS,
  clearedAt: null,
  expiresAt: now + days * DAY_MS,
});

/** A name as it is stored at first; what it copies is the roster's. */
export const newName = (
  id: string,
  { k, a, asks }: Added,
  { orgId, question, direct, expiresAt }: RosterDoc,
): RosterNameDoc => ({
  _id: id,
  orgId,
  k,
  a,
  asks: asks ? question : null,
  by: null,
  direct,
  cleared: false,
  expiresAt,
});

/** When it is erased, counted from when it was begun. */
export const untilAfter = ({ at }: Pick<RosterDoc, 'at'>, days: number): number => at + days * DAY_MS;

/** Cleared, or brought back. */
export const clearing = ({ until }: Pick<RosterDoc, 'until'>, cleared: boolean, now: number) => {
  // Never later than the date that was stated.
  const gone = Math.min(until, now + CLEAR_UNDO_HOURS * HOUR_MS);
  return cleared ? { clearedAt: now, expiresAt: gone } : { clearedAt: null, expiresAt: until };
};
