import type { Change, NextEvent } from '@contract/domains/home/actions';
import { instantLabel } from '@contract/day';

/** What tells one change from another. */
export const keyOf = (change: Change): string => (change.kind === 'answered' ? change.id : change.standing.id);

/** Whether a change on the same screen says already when and where this event takes place. */
export const isTold = (event: NextEvent, changes: readonly Change[]): boolean =>
  changes.some((change) => change.kind !== 'answered' && change.standing.id === event.id);

/** What happened, and when and where it takes place now. */
export function changeWords(change: Change): { what: string; context: string } {
  if (change.kind === 'answered') return { what: '您的投诉建议有答复了', context: `编号 ${change.ticket}` };
  const { title, startsAt, place } = change;
  const when = `${instantLabel(startsAt)} · ${place}`;
  switch (change.kind) {
    case 'cancelled':
      return { what: `${title}：已取消`, context: `原定 ${when}` };
    case 'restored':
      return { what: `${title}：照常举行`, context: when };
    case 'promoted':
      return { what: `${title}：候补轮到您了`, context: `席位已留好，${when}` };
    case 'moved':
      return { what: `${title}：时间地点有变`, context: `现在是 ${when}` };
  }
}
