import type { CheckIn } from '../../../contract/domains/checkin/actions';
import type { Month } from '../../../contract/day';
import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { checkinCollections } from './collections';
import { checkInView } from './rules/view';
import { recordsOfMonth } from './store';

/** The member's recorded days of a month, in order. One round trip. */
export async function recordedDays(others: Others, memberId: string, month: Month): Promise<CheckIn[]> {
  const records = await recordsOfMonth(openOwn(others, checkinCollections), memberId, month);
  return records.map(checkInView).filter(({ lines }) => lines.length > 0);
}
