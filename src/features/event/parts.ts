import { eventKindNames } from '@contract/domains/event/constants';
import { instantLabel } from '@contract/day';
import type { Part } from '@/shared/draft/differing';
import type { EventPlan } from './plan';
import { timesOf } from './times';
import { whenText } from './when';

const words = (plan: EventPlan, now: number): [string, string][] => {
  const times = timesOf(plan, now);
  return [
    ['名称', plan.title],
    ['类型', eventKindNames[plan.kind]],
    ['地点', plan.place],
    ['时间', times ? whenText(times.startsAt, times.endsAt) : ''],
    ['报名截止', times ? instantLabel(times.deadline) : ''],
    ['名额', plan.capacity],
    ['介绍', plan.about],
  ];
};

/** What of a published event may be revised, as somebody else saved it and as it is being written. */
export function partsOf(theirs: EventPlan, mine: EventPlan, now: number): Part[] {
  const own = new Map(words(mine, now));
  return words(theirs, now).map(([name, text]): Part => [name, text, own.get(name) ?? '']);
}
