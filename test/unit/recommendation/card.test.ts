import { settleOrg } from '../../../cloudfunctions/domains/recommendation/card';
import type { RecommendationDoc } from '../../../cloudfunctions/domains/recommendation/collections';
import { newestOf, type RecommendationCardData } from '../../../cloudfunctions/domains/recommendation/rules/card';
import { mergeOrg } from '../../../cloudfunctions/domains/org/public';
import { closeAll } from '../../../cloudfunctions/kernel/others';
import type { CardDoc } from '../../../cloudfunctions/shared/cards/shape';
import { NOW, plantForest } from '../org/forest';

const book = { id: 'k1', title: '乡土中国', author: '费孝通', publisher: null, isbn: null, tone: 'ink' } as const;

async function withCards() {
  const forest = await plantForest();
  const { db } = forest;
  await db.cards.remove({ source: 'recommendation' });
  for (const [orgId, publishAt] of [
    ['b1', NOW - 1000],
    ['b3', NOW - 2000],
  ] as const) {
    const said: Partial<RecommendationDoc> = { book, reason: orgId, recommenderName: 'x', publishAt, withdrawn: false };
    await db.recommendations.update({ _id: `r-${orgId}` }, { set: said });
    await settleOrg(db, closeAll(db), orgId, NOW);
  }
  const shown = async (to: string) =>
    ((await db.cards.find({ to }, { limit: 9 })) as unknown as CardDoc<RecommendationCardData>[]).map((card) => {
      const newest = newestOf(card, NOW);
      return [newest?.id, newest?.recommender.orgName];
    });
  return { db, settle: () => forest.settle(), shown };
}

it('the card of a merged org goes over to the other at once, and once that one’s is made anew it is gone', async () => {
  const { db, settle, shown } = await withCards();
  expect(await shown('b1')).toEqual([['r-b1', '组织b1']]);
  await mergeOrg(closeAll(db), { orgId: 'b1', intoId: 'b3' }, { commandId: 'command-1', now: NOW });
  await settle();
  expect(await shown('b1')).toEqual([]);
  expect((await shown('b3')).sort()).toEqual([
    ['r-b1', '组织b3'],
    ['r-b3', '组织b3'],
  ]);
  // The newest is withdrawn by those who run it now: nothing of before may go on showing it.
  await db.recommendations.update({ _id: 'r-b1' }, { set: { withdrawn: true } });
  await settleOrg(db, closeAll(db), 'b3', NOW);
  expect(await shown('b3')).toEqual([['r-b3', '组织b3']]);
});

it('an org that recommends nothing any more shows nothing', async () => {
  const { db, shown } = await withCards();
  await db.recommendations.update({ _id: 'r-b1' }, { set: { withdrawn: true } });
  await settleOrg(db, closeAll(db), 'b1', NOW);
  expect(await shown('b1')).toEqual([[undefined, undefined]]);
});
