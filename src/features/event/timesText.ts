import { dayOf, daysBetween, formTime, instantLabel } from '@contract/day';
import type { EventPlan } from './plan';
import { clockOf, timesOf } from './times';
import { whenText } from './when';

const dayWords = ['当天', '前一天', '前两天'];

/** `前一天 19:00 截止`. */
function closingText(startsAt: number, deadline: number): string {
  if (deadline === startsAt) return '开始前都能报名';
  const days = daysBetween(dayOf(deadline), dayOf(startsAt));
  const word = dayWords[days];
  return `${word === undefined ? instantLabel(deadline) : `${word} ${formTime(deadline)}`} 截止`;
}

/** The times as they stand, in one sentence: `12月5日 周六 19:00–21:00，前一天 19:00 截止`; the day when it is chosen. */
export function timesText(plan: EventPlan, now: number): string {
  const times = timesOf(plan, now);
  if (times) return `${whenText(times.startsAt, times.endsAt)}，${closingText(times.startsAt, times.deadline)}`;
  const { from, to } = clockOf(plan);
  const { closesDays, closesTime } = plan.usual;
  return `${from}–${to}，${dayWords[closesDays] ?? `前 ${closesDays} 天`} ${closesTime} 截止`;
}
