import type { Roster, RosterComparison } from '@contract/domains/roster/actions';
import { rosterQuestionNames, rosterQuestions } from '@contract/domains/roster/constants';
import { config } from '@contract/config';
import { dayLabel, dayOf } from '@contract/day';

export const questionOptions = rosterQuestions.map((value) => ({ value, label: rosterQuestionNames[value] }));

/** For how many days a roster is kept, as it may be chosen. */
export const dayOptions = [...new Set([30, config.roster.days, config.roster.maxDays])]
  .filter((days) => days <= config.roster.maxDays)
  .map((days) => ({ value: String(days), label: `${days} 天` }));

/** What is not matched is a number; nobody is told which names (R1). */
export const unmatchedText = ({ unmatched }: Pick<Roster, 'unmatched'>): string =>
  unmatched === 0 ? '名字全部对上了' : `还有 ${unmatched} 个名字没有对上`;

export const keptText = ({ until }: Pick<Roster, 'until'>): string =>
  `名单保留到 ${dayLabel(dayOf(until))}，过后自动删去`;

/** What a list comes to, one line each; what there is none of is left out. */
export function comparisonLines({ added, there, doubled, wrong }: RosterComparison): string[] {
  return [
    added > 0 ? `新增 ${added} 个名字` : '没有新的名字',
    there > 0 ? `${there} 个已在名单上，或已经加入` : '',
    doubled > 0 ? `${doubled} 行重复，只算一个` : '',
    wrong > 0 ? `${wrong} 行读不懂，不会导入` : '',
  ].filter((line) => line !== '');
}
