import { dayOf, type Day } from '@contract/day';
import type { BoardDuty, Duty, ManagedDuty } from '@contract/domains/duty/actions';
import type { RightsState } from '@contract/domains/duty/constants';
import { serverNow } from '@/shared/call/clock';
import { dayText } from '@/shared/dayText';

/** `2026年3月1日` with its year whatever year it is: a term goes over years. */
export const fullDay = (day: Day): string => dayText(day, '0000');

/** What a board says of a term: of one without an end that has begun, nothing. */
export function termNote({ from, until }: Pick<Duty, 'from' | 'until'>, today: Day = dayOf(serverNow())): string {
  const parts = [from > today && `${dayText(from, today)}起`, until !== null && `至${dayText(until, today)}`];
  return parts.filter(Boolean).join('，');
}

/** A term that is over, from its first to its last day. */
export const termText = ({ from, until }: Pick<Duty, 'from' | 'until'>): string =>
  `${fullDay(from)}—${until === null ? '今' : fullDay(until)}`;

/** What stands in small behind a name on the board: his own term, or that he stands in. */
export const ownNote = (duty: Duty, today?: Day): string =>
  [duty.standsInFor !== null && '代理', termNote(duty, today)].filter(Boolean).join('，');

/** Who stands in for somebody, and for how long. */
export const standInNote = (standIn: Duty, today?: Day): string =>
  [`由${standIn.name}代理`, termNote(standIn, today)].filter(Boolean).join('，');

/** Duties of one title that follow each other, in one line: 副组长 张三、李四. */
export function linesOf(duties: readonly BoardDuty[]): { title: string; duties: BoardDuty[] }[] {
  const lines: { title: string; duties: BoardDuty[] }[] = [];
  for (const duty of duties) {
    const last = lines[lines.length - 1];
    if (last?.title === duty.title) last.duties.push(duty);
    else lines.push({ title: duty.title, duties: [duty] });
  }
  return lines;
}

/** Why a duty has no rights although there are some for it; nothing is said of what was wanted so. */
const withheld: Partial<Record<RightsState, string>> = {
  'not entitled': '权限没有给：在这里不由您授予',
  'not here': '权限没有给：这个组织不设这项职责',
  held: '权限没有另给：对方已有',
};

/** What was done, and what came of the rights where that is not what one would think. */
export const savedText = (done: string, { rights }: Pick<ManagedDuty, 'rights'>): string =>
  [done, withheld[rights]].filter(Boolean).join('。');
