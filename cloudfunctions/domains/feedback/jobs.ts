import { newsBefore } from '../../kernel/members';
import { above, atMost, below, not } from '../../kernel/port';
import { notify } from '../../shared/notices/public';
import { defineJob } from '../../shared/work/public';
import type { FeedbackDatabase } from './collections';
import { closedBefore, deskStateOf, remindedUpTo } from './rules/state';
import { dueNotice } from './rules/told';
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
    const answered = found.filter(({ reply, memberId }) => reply !== null && memberId !== null);
    const news = await newsBefore(others, [...new Set(answered.map(({ memberId }) => memberId ?? ''))]);
    const unseen = answered.filter(({ _id, memberId }) => news.get(memberId ?? '')?.answered?.[_id] !== undefined);
    for (const ticket of unseen) await tell(others, ticket, now);
    // Others of the same moment may be behind the last one.
    const end = found[BATCH - 1];
    return end === undefined ? { done: 'told' } : { cursor: Math.max(end.at - 1, at + 1) };
  },
});

/** Writes the state of tickets that were filed before they had one. */
export const formerStates = defineJob<FeedbackDatabase>({
  kind: 'ticketstates',
  every: 'day',
  async step(db) {
    const found = await db.feedback.find({ state: null }, { limit: BATCH, fields: ['reply'] });
    for (const { _id, reply } of found) {
      await db.feedback.update({ _id, state: null }, { set: { state: deskStateOf({ reply }) } });
    }
    return found.length === BATCH ? { cursor: '' } : { done: 'filled' };
  },
});

/** Closes what was answered a while ago and to which nothing was said since. */
export const quietTickets = defineJob<FeedbackDatabase>({
  kind: 'quiettickets',
  every: 'day',
  async step(db, { now }) {
    const answered = { state: 'answered', 'reply.at': below(closedBefore(now)) } as const;
    return { done: `closed ${await db.feedback.update(answered, { set: { state: 'closed' } })}` };
  },
});

/** Reminds those who have a ticket in hand that its day is near; once for each day that was promised. */
export const dueTickets = defineJob<FeedbackDatabase>({
  kind: 'duetickets',
  every: 'day',
  async step(db, { cursor: after = '', now, others }) {
    const due = await db.feedback.find(
      { state: 'open', replyBy: atMost(remindedUpTo(now)), taker: not(null), _id: above(after) },
      { sort: [['_id', 1]], limit: BATCH },
    );
    await notify(others, due.flatMap(dueNotice), now);
    const last = due[BATCH - 1];
    return last === undefined ? { done: 'reminded' } : { cursor: last._id };
  },
});

/** By their kinds. */
export const feedbackJobs = {
  answers: formerAnswers,
  ticketstates: formerStates,
  quiettickets: quietTickets,
  duetickets: dueTickets,
};
