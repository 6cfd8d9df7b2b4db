import type { Month } from '@contract/day';
import type { ShownDay } from '@/shared/outbox/overlay';

/** `11月读了 8 天`: the rhythm (节奏). It only counts what there is; no break is ever counted. */
export const rhythm = (month: Month, days: readonly ShownDay[]): string =>
  days.length === 0 ? `${Number(month.slice(4))}月` : `${Number(month.slice(4))}月读了 ${days.length} 天`;
