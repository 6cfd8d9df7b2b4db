import { config } from '../../contract/config';
import { sealAnswer, sealName } from '../../cloudfunctions/domains/roster/lists';
import type { RosterDoc, RosterNameDoc } from '../../cloudfunctions/domains/roster/collections';
import { compare } from '../../cloudfunctions/domains/roster/rules/compare';
import { foldAnswer, foldName } from '../../cloudfunctions/domains/roster/rules/fold';
import { newName, newRoster } from '../../cloudfunctions/domains/roster/rules/roster';
import { rosterId, rosterNameId } from '../../cloudfunctions/domains/roster/store';
import { demoRoster } from '../../demo/roster';
import { memberId, type City } from './documents';

const keyOf = (name: string): string => {
  const folded = foldName(name);
  if ('problem' in folded) throw new Error(`demo data names ${name}: ${folded.problem}`);
  return sealName(folded.name);
};

/** The roster of the demo city and its names, some of whom have come. */
export function rosterDocuments({ orgs, at }: Pick<City, 'orgs' | 'at'>): {
  rosters: RosterDoc[];
  names: RosterNameDoc[];
} {
  const org = orgs.get(demoRoster.orgId);
  if (org === undefined) return { rosters: [], names: [] };
  const { question } = demoRoster;
  const plan = { question, direct: false, days: config.roster.days };
  const roster = newRoster({ id: rosterId(org._id), org, by: memberId(demoRoster.by) }, plan, at);
  const lines = demoRoster.names.map((one, line) => {
    const k = keyOf(one.name);
    return { line, k, a: sealAnswer(k, foldAnswer(question, 'answer' in one ? one.answer : '')) };
  });
  const came = new Set(demoRoster.names.flatMap((one) => ('came' in one ? [keyOf(one.name)] : [])));
  const names = compare(lines, [], new Set()).adds.map((one) => ({
    ...newName(rosterNameId(roster, one), one, roster),
    ...(came.has(one.k) && { by: 'demo' }),
  }));
  return { rosters: [roster], names };
}
