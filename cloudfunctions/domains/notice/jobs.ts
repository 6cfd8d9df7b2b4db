import { defineJob } from '../../shared/work/public';
import type { NoticeDatabase } from '../../shared/notices/collections';
import { sendDue } from '../../shared/notices/public';

/**
 * Sends the WeChat messages that are due: what came in quiet hours, over the weekly cap, or was more than one call could
 * send; several for one person as one digest.
 */
const messages = defineJob<NoticeDatabase, number>({
  kind: 'messages',
  every: 'hour',
  async step(db, { cursor: sent = 0, now, others, callWechat }) {
    const round = await sendDue(db, callWechat && { db, others, callWechat }, now);
    const all = sent + round.sent;
    return round.more ? { cursor: all } : { done: round.able ? `messages ${all}` : 'no token' };
  },
});

/** By their kinds. */
export const noticeJobs = { messages };
