import { dayLabel, startOfDay } from '../../../../contract/day';
import { DAY_MS } from '../../../../contract/durations';
import type { WaitingItem } from '../../../../contract/shared/waiting';
import type { FeedbackDoc } from '../collections';

/** One row for all that is to be answered, by the first of them, which is due first. */
export function feedbackRow(open: readonly Pick<FeedbackDoc, '_id' | 'at' | 'replyBy'>[], most: number): WaitingItem[] {
  const [first] = open;
  if (first === undefined) return [];
  const many = open.length >= most ? `${most} 条以上` : `${open.length} 条`;
  return [
    {
      source: 'feedback.open',
      id: first._id,
      title: `${many}投诉建议待答复`,
      context: `最早的一条，${dayLabel(first.replyBy)}前答复`,
      asks: true,
      at: first.at,
      until: startOfDay(first.replyBy) + DAY_MS,
    },
  ];
}
