import { above } from '../../kernel/port';
import { afterBatch, defineJob } from '../../shared/work/public';
import { settleOrg } from './card';
import type { RecommendationDatabase } from './collections';

const BATCH = 100;

/**
 * Makes every org's card anew: of data from before there were cards, of a call that was killed before it got there, and
 * of what was scheduled far ahead.
 */
export const orgCards = defineJob<RecommendationDatabase, { last: string; settled: number }>({
  kind: 'recommended',
  every: 'day',
  async step(db, { cursor: { last, settled } = { last: '', settled: 0 }, now, others }) {
    const found = await db.recommendations.find(
      { _id: above(last) },
      { sort: [['_id', 1]], limit: BATCH, fields: ['orgId'] },
    );
    const orgs = [...new Set(found.map(({ orgId }) => orgId))];
    for (const orgId of orgs) await settleOrg(db, others, orgId, now);
    const total = settled + orgs.length;
    return afterBatch(found, BATCH, (id) => ({ last: id, settled: total }), `recommended ${total}`);
  },
});

/** By their kinds. */
export const recommendationJobs = { recommended: orgCards };
