import { DAY_MS } from '@contract/durations';
import { outsideRoles, type OutsideRole } from '@contract/domains/invitation/constants';
import { roleNames } from '@contract/roles';

/** Whom an invitation is for: people of the org, or somebody from outside who becomes something there. */
export type OutsideChoice = OutsideRole | 'none';

export const outsideChoices: { value: OutsideChoice; label: string }[] = [
  { value: 'none', label: '加入组织' },
  ...outsideRoles.map((role) => ({ value: role, label: `${roleNames[role]}（一年）` })),
];

const YEAR_MS = 365 * DAY_MS;

/** When the term of somebody from outside ends who is invited now. */
export const endOf = (now: number): number => now + YEAR_MS;
