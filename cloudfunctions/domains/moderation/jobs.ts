import { DAY_MS } from '../../../contract/durations';
import { among, atMost } from '../../kernel/port';
import type { ModerationDatabase } from '../../shared/moderation/collections';
import { settle } from '../../shared/moderation/public';
import { defineJob } from '../../shared/work/public';
import { moderated } from './kinds';

const BATCH = 20;
/** Longer than a call may run: whoever took the step by then has carried it out, or was killed. */
const SETTLED_MS = 60_000;
/** How long reports are kept once their case is over. */
const REPORTS_DAYS = 90;

/** Carries out what a call that was killed had decided and not done. Nothing is decided here, and WeChat is not asked. */
export const unsettledCases = defineJob<ModerationDatabase>({
  kind: 'moderated',
  every: 'minute',
  async step(db, { now, others }) {
    const found = await db.moderationCases.find(
      { unsettledAt: atMost(now - SETTLED_MS) },
      { sort: [['unsettledAt', 1]], limit: BATCH },
    );
    const due = found.filter(({ unsettledAt }) => typeof unsettledAt === 'number');
    for (const one of due) await settle(others, moderated, one, now);
    return due.length < BATCH ? { done: `settled ${due.length}` } : { cursor: '' };
  },
});

/**
 * Erases the words of what was turned down once the time for an appeal is over, those that the domain keeps first. What an
 * appeal is open about is no longer turned down, so nothing is erased before somebody has answered it.
 */
export const sealedWords = defineJob<ModerationDatabase, number>({
  kind: 'sealed',
  every: 'day',
  async step(db, { cursor: erased = 0, now, others }) {
    const found = await db.moderationCases.find({ erasedAt: atMost(now) }, { sort: [['erasedAt', 1]], limit: BATCH });
    const due = found.filter(({ erasedAt, state }) => typeof erasedAt === 'number' && state === 'rejected');
    for (const one of due) {
      await moderated[one.kind]?.erase(others, one);
      const words = { parts: [], fields: null, title: '', found: [], erasedAt: null };
      await db.moderationCases.update({ _id: one._id, turn: one.turn, state: 'rejected' }, { set: words });
    }
    const ids = due.map(({ _id }) => _id);
    const expiresAt = now + REPORTS_DAYS * DAY_MS;
    if (ids.length > 0) await db.moderationReports.update({ caseId: among(ids) }, { set: { expiresAt } });
    const total = erased + due.length;
    return due.length < BATCH ? { done: `erased ${total}` } : { cursor: total };
  },
});

/** By their kinds. */
export const moderationJobs = { moderated: unsettledCases, sealed: sealedWords };
