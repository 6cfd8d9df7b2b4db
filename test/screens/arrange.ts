import { REASON_MAX } from '../../contract/domains/recommendation/constants';
import { settleOrg } from '../../cloudfunctions/domains/recommendation/card';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { closeAll } from '../../cloudfunctions/kernel/others';
import { localDatabase } from '../../scripts/lib/database';
import { eventId, memberId } from '../../scripts/seed/documents';
import { demoNow } from '../support/demoClock';
import { act } from '../support/gateway';
import { arrangeImports } from './imports';
import { arrangeMerge } from './arrangeMerge';
import { arrangeModeration } from './arrangeModeration';
import { arrangeTransfers } from './arrangeTransfers';

const DAY_MS = 86_400_000;

/** A title as long as some are. */
export const LONG_TITLE =
  '在新时代条件下进一步改进青年理论学习读书小组并推动机关读书活动走深走实的若干思考与支部案例汇编（第三辑，增订本）';

/** Brings into a fresh demo city what only time would: an event that is over, a complaint that waits for its answer. */
export async function arrange(url: string): Promise<void> {
  const db = localDatabase(`${url}/admin`);
  const startsAt = demoNow() - 3 * DAY_MS;
  await db.events.update(
    { _id: eventId('shida') },
    { set: { startsAt, endsAt: startsAt + 3_600_000, deadline: startsAt - DAY_MS } },
  );
  await act(url, 'youth', 'feedback.submit', {
    commandId: deriveId('c', 'screens', 'feedback'),
    kind: 'suggestion',
    text: '晨读的草坪早上有露水，能不能借几块防潮垫？',
  });
  await recommendLong(url, db);
  await arrangeImports(url);
  await arrangeTransfers(url);
  await arrangeMerge(db);
  await arrangeModeration(url, db);
  // Somebody who may have others stand in for him and sees no members.
  const station = { role: 'stationHead', orgId: 'JC', term: 't_station' } as const;
  await db.members.update({ _id: memberId('cadre') }, { set: { grants: [station] } });
}

/** A book whose title, authors and 荐语 are as long as they may be; recommended long ago, so that 今日 is as it was. */
async function recommendLong(url: string, db: ReturnType<typeof localDatabase>): Promise<void> {
  const commandId = (what: string) => deriveId('c', 'screens', what);
  const { book } = await act(url, 'branch-secretary', 'book.add', {
    commandId: commandId('book'),
    title: LONG_TITLE,
    author: '[哥伦比亚]加西亚·马尔克斯 著，范晔 译，陈众议 校，李德明 注，蒋宗曹 序',
  });
  const { roles } = await act(url, 'branch-secretary', 'me.session', {});
  const orgId = roles[0]?.org.id ?? '';
  const { recommendation } = await act(url, 'branch-secretary', 'recommendation.create', {
    commandId: commandId('recommendation'),
    orgId,
    bookId: book.id,
    reason: '每一章讲一个支部的做法，有的没有成，后来怎样改的也写了出来。'.repeat(20).slice(0, REASON_MAX),
    questions: ['哪一章最像我们支部，又有哪里不像？', '哪一件是下个月就能试的？', '没有成的那些，差在哪里？'],
    pointer: '第三章的头五页。',
  });
  const set = { publishAt: demoNow() - 60 * DAY_MS };
  await db.recommendations.update({ _id: recommendation.id }, { set });
  await settleOrg(db, closeAll(db), orgId, demoNow());
}
