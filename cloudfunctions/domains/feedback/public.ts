import type { Others } from '../../kernel/others';
import { openOwn } from '../../kernel/own';
import { above } from '../../kernel/port';
import { feedbackCollections } from './collections';

/** How far back it is looked for what nobody answered. */
const YEAR_MS = 366 * 86_400_000;

/** How many complaints and suggestions of the last year nobody has answered. One round trip, by an index. */
export const unanswered = (others: Others, now: number): Promise<number> =>
  openOwn(others, feedbackCollections).feedback.count({ at: above(now - YEAR_MS), reply: null });
