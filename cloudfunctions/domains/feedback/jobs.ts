import { newsBefore } from '../../kernel/members';
import { above } from '../../kernel/port';
import { defineJob } from '../../shared/work/public';
import type { FeedbackDatabase } from './collections';
import { tell } from './store';

const BATCH = 100;
/** Shorter than an answer is told on 今日, so that none is told again after it has gone from there. */
const RECENT_MS = 180 * 86_400_000;

/** Tells of answers that a version before there were cards had noted with their sender, who had not put them away yet. */
export const formerAnswers = defineJob<FeedbackDatabase, number>({
  kind: 'answers',
  every: 'day',
  async step(db, { cursor: at = 0, now, others }) {
    const found = await db.feedback.find(
      { at: above(Math.max(at, now - RECENT_MS)) },
      { sort: [['at', 1]], limit: BATCH },
    );
    const answered = found.filter(({ reply }) => reply !== null);
    const news = await newsBefore(others, [...new Set(answered.map(({ memberId }) => memberId))]);
    const unseen = answered.filter(({ _id, memberId }) => news.get(memberId)?.answered?.[_id] !== undefined);
    for (const ticket of unseen) await tell(others, ticket, now);
    // Others of the same moment may be behind the last one.
    const end = found[BATCH - 1];
    return end === undefined ? { done: 'told' } : { cursor: Math.max(end.at - 1, at + 1) };
  },
});

/** By their kinds. */
export const feedbackJobs = { answers: formerAnswers };
