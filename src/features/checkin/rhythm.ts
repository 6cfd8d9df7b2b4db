import type { Month } from '@contract/day';
import type { CallError } from '@/shared/call/error';
import type { ShownDay } from './outbox/overlay';

/** What is said of a month as a whole: how many days, or that it is not known. */
export function monthWords(days: readonly ShownDay[], known: boolean, error: CallError | null): string {
  if (known) return days.length > 0 ? `读了 ${days.length} 天` : '还没有记录';
  return error?.code === 'OFFLINE' ? '离线时还不知道有哪些记录' : '';
}

/** `11月读了 8 天`: the rhythm (节奏). It only counts what there is; no break is ever counted. */
export const rhythm = (month: Month, days: readonly ShownDay[]): string =>
  // A number and its unit stay on one line.
  days.length === 0 ? `${Number(month.slice(4))}月` : `${Number(month.slice(4))}月读了 ${days.length}\u00a0天`;
