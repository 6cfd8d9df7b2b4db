import type { RecommendationDoc } from '../../../cloudfunctions/domains/recommendation/collections';
import { newRecommendation } from '../../../cloudfunctions/domains/recommendation/rules/recommendation';
import { settleOrg } from '../../../cloudfunctions/domains/recommendation/card';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import { newCommandId } from '../../support/stack';
import { canary, type Corner } from '../authz/corner';

const book = { id: 'k1', title: '乡土中国', author: '费孝通', publisher: null, isbn: null, tone: 'ink' } as const;

const recommendation = (orgPath: readonly string[], now: number): RecommendationDoc => {
  const orgId = orgPath.at(-1) ?? '';
  const org = { _id: orgId, path: [...orgPath], name: `org${orgId}` };
  const words = { reason: canary(orgId), questions: ['1', '2', '3'], pointer: 'x' };
  const publication = { id: `r-${orgId}`, org, memberId: 'someone', publishAt: now - 1000 };
  return newRecommendation(publication, { recommenderName: 'x', book: { ...book }, ...words }, now - 1000);
};

const words = { reason: '新荐语', questions: ['一', '二', '三'], pointer: '第一章' };

export const corner: Corner<'recommendation'> = {
  kept: ['recommendation.get', 'recommendation.list'],
  inputs: {
    'recommendation.create': (orgId) => ({ commandId: newCommandId(), orgId, bookId: 'k1', ...words }),
    'recommendation.revise': (orgId) => ({ commandId: newCommandId(), id: `r-${orgId}`, version: 1, ...words }),
    'recommendation.setWithdrawn': (orgId) => ({ commandId: newCommandId(), id: `r-${orgId}`, withdrawn: false }),
    'recommendation.list': () => ({ which: 'visible' }),
    'recommendation.get': (orgId) => ({ id: `r-${orgId}` }),
    'recommendation.preview': (orgId) => ({ id: `r-${orgId}` }),
  },
  plant: async (db, paths, now) => {
    const all = paths.map((path) => recommendation(path, now));
    await db.recommendations.addAll(all);
    for (const { orgId } of all) await settleOrg(db, closeAll(db), orgId, now);
  },
};
