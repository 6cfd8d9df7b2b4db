import { addDays, dayOf, startOfDay, type Day } from '@contract/day';
import type { GrantView } from '@contract/domains/role/views';
import { roleNames } from '@contract/roles';
import { dayText } from '@/shared/dayText';

/** 支部书记, or in whose place: 支部书记（代周予安）. */
export const roleTitle = ({ role, of }: Pick<GrantView, 'role' | 'of'>): string =>
  of === null ? roleNames[role] : `${roleNames[role]}（代${of.name}）`;

/** The last day of a term, which is the day before its end at midnight. */
export const lastDay = (until: number): Day => dayOf(until - 1);
/** When a term ends whose last day this is. */
export const endOf = (last: Day): number => startOfDay(addDays(last, 1));

/** From when until when, as far as somebody said; empty where nobody did. */
export function termNote({ from, until, coming }: Pick<GrantView, 'from' | 'until' | 'coming'>): string {
  const parts = [
    coming && from !== null && `${dayText(dayOf(from))}起`,
    until !== null && `至${dayText(lastDay(until))}`,
  ];
  return parts.filter(Boolean).join('，');
}

/** The last day of a term of so many years. */
export const endAfter = (from: Day, years: number): Day =>
  addDays(`${Number(from.slice(0, 4)) + years}${from.slice(4)}`, -1);
