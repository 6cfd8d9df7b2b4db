import { dayOf, daysBetween, formTime, instantLabel } from '@contract/day';

/** `今天 20:14`, `昨天 20:14`, `11月3日 20:14`. */
function momentOf(asOf: number, now: number): string {
  const days = daysBetween(dayOf(asOf), dayOf(now));
  // A clock that was set back makes it look like tomorrow's; its own date is still true.
  if (days !== 0 && days !== 1) return instantLabel(asOf);
  return `${days === 0 ? '今天' : '昨天'} ${formTime(asOf)}`;
}

/** What is said above something that was seen before, by when that was; undefined where it is not known. */
export const ageOf = (asOf: number | undefined, now: number): string =>
  asOf === undefined ? '这是上次看到的内容' : `这是${momentOf(asOf, now)} 的内容`;
