import type { ShownCount } from '../../../../contract/shared/counts';
import { shownCount } from './small';

/*
 * What is counted of people, and how it may be shown. What somebody does of his own free will, or for himself, falls under
 * the small-number rule for everybody. What he was asked to be present at, and what an org writes down of its work, is
 * exact for those entitled to it, and falls under the rule for everybody else.
 */

interface Counted {
  /** As the self-check names it. */
  readonly name: string;
  readonly exact: 'never' | 'for those entitled';
}

export const countedActs = {
  reading: { name: '阅读、打卡', exact: 'never' },
  opening: { name: '打开、读过一份提示或通知', exact: 'never' },
  answering: { name: '回答问题、填写问卷', exact: 'never' },
  quiz: { name: '参加答题', exact: 'never' },
  attendance: { name: '到会、活动签到', exact: 'for those entitled' },
  ledger: { name: '台账里的人次与人数', exact: 'for those entitled' },
} as const satisfies Record<string, Counted>;
export type CountedAct = keyof typeof countedActs;

/** How many of a group did this, as it may leave the server for this viewer. */
export function shownOf(
  act: CountedAct,
  { count, of }: { count: number; of: number },
  viewer: { entitled: boolean },
): ShownCount {
  if (countedActs[act].exact === 'for those entitled' && viewer.entitled) return { kind: 'exact', count, of };
  return shownCount(count, of);
}
