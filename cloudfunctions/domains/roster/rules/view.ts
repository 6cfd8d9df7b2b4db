import type { Roster } from '../../../../contract/domains/roster/actions';
import type { RosterDoc, RosterNameDoc } from '../collections';

/** Whether a roster is there for nobody any more, though its documents may be for some minutes. */
export const isOver = ({ expiresAt }: Pick<RosterDoc, 'expiresAt'>, now: number): boolean => expiresAt <= now;

/** A roster as those see it who run the org: numbers, no names. */
export function rosterView(roster: RosterDoc, names: readonly Pick<RosterNameDoc, 'asks' | 'by'>[]): Roster {
  const people = names.filter(({ asks }) => asks === null);
  const matched = people.filter(({ by }) => by !== null).length;
  return {
    id: roster._id,
    orgName: roster.orgName,
    matched,
    unmatched: people.length - matched,
    question: roster.question,
    asks: people.length < names.length,
    direct: roster.direct,
    at: roster.at,
    until: roster.until,
    clearedUntil: roster.clearedAt === null ? null : roster.expiresAt,
  };
}
