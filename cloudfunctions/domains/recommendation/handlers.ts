import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { errorMessages } from '../../../contract/errors';
import { deriveId } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import { documentAfter } from '../../shared/commands/store';
import { isKept, judgeRevision, maySee, publicationTime, stateOf } from '../../shared/publication/rules/publication';
import { setWithdrawn } from '../../shared/publication/store';
import { mayManage } from '../../shared/scope/rules/scope';
import { settleOrg } from './card';
import type { RecommendationDatabase, RecommendationDoc } from './collections';
import { findCatalogueBook } from '../book/public';
import { shelfStatusOf } from '../shelf/public';
import { checkRecommendation, fileAgain, fileNew, keptUnder, writeRevision } from './moderation';
import { pageOfCards } from './store';
import { newRecommendation } from './rules/recommendation';
import { recommendationDetailView } from './rules/view';

const PERMISSION = 'recommendation:publish';
const LEFT_ALONE = '之后又有人改过这条荐书，没有撤销。';

const shown = (doc: RecommendationDoc, now: number, own = true) => ({
  recommendation: recommendationDetailView(doc, now, own),
});

/** What was written, once 今日 shows it; sent again, a command that was killed between the two gets here. */
async function written(doc: RecommendationDoc, { db, others, now }: MemberContext<RecommendationDatabase>) {
  if (!isKept(doc)) await settleOrg(db, others, doc.orgId, now);
  return shown(doc, now);
}

async function forEditing(
  id: string,
  { db, requirePermissionOnOrg }: MemberContext<RecommendationDatabase>,
): Promise<RecommendationDoc> {
  const doc = await db.recommendations.get(id);
  if (doc === undefined) refuse('NOT_FOUND');
  await requirePermissionOnOrg(doc.orgId, doc.orgPath);
  return doc;
}

export const recommendationHandlers: Handlers<'recommendation', RecommendationDatabase> = {
  'recommendation.create': async (input, context) => {
    const { db, others, viewer, now, requirePermissionOnOrg } = context;
    const { commandId, orgId, bookId, reason, questions, pointer } = input;
    const [org, book, checked] = await Promise.all([
      requirePermissionOnOrg(orgId),
      findCatalogueBook(others, bookId),
      checkRecommendation(context, input),
    ]);
    // Only the catalogue's books: a private one would be a dead link to everybody else.
    if (book === undefined) {
      const fields = [{ path: 'bookId', message: errorMessages.BOOK_NOT_FOUND }];
      refuse('recommendation.create', 'BOOK_NOT_FOUND', { fields });
    }

    const id = deriveId('r', viewer._id, commandId);
    const publishAt = publicationTime(input.publishAt, now);
    if (typeof publishAt !== 'number') {
      // Sent again after its time has come: it stands, and the reply is the same.
      const standing = await db.recommendations.get(id);
      if (standing === undefined) refuse('recommendation.create', 'SCHEDULE_INVALID', { fields: publishAt });
      await fileNew(context, standing, checked);
      return written(standing, context);
    }
    const said = { recommenderName: viewer.name, book, reason, questions, pointer };
    const recommendation = newRecommendation({ id, org, memberId: viewer._id, publishAt }, said, now);
    const kept = keptUnder(id, commandId, checked, publishAt);
    const doc = await addOnce(db.recommendations, { ...recommendation, ...kept });
    await fileNew(context, doc, checked);
    // The same command on another instance may have been faster, by a clock that is ahead: it is out as it is there.
    return written(doc, { ...context, now: Math.max(now, doc.createdAt) });
  },

  'recommendation.revise': async (input, context) => {
    const { now } = context;
    const doc = await forEditing(input.id, context);
    const verdict = judgeRevision(doc, input, now);
    if (verdict.kind === 'seen') {
      await fileAgain(context, doc, input);
      return written(doc, context);
    }
    if (verdict.kind === 'refused') refuse('recommendation.revise', verdict.code, { fields: verdict.fields });
    return written(await writeRevision(context, doc, input, verdict.publishAt), context);
  },

  'recommendation.setWithdrawn': async (input, context) => {
    const doc = await forEditing(input.id, context);
    const changed = await setWithdrawn(context.db.recommendations, input);
    const standing = () => context.db.recommendations.get(doc._id);
    return written(await documentAfter(changed, input, standing, LEFT_ALONE), context);
  },

  'recommendation.list': ({ which, cursor }, { db, viewer, now }) => pageOfCards(db, viewer, { which, now, cursor }),

  'recommendation.get': async ({ id }, { db, others, viewer, now }) => {
    const doc = await db.recommendations.get(id);
    if (doc === undefined || !maySee(viewer, PERMISSION, doc, now)) refuse('NOT_FOUND');
    const status = await shelfStatusOf(others, viewer._id, doc.book.id);
    const mayEdit = mayManage(viewer, PERMISSION, doc);
    return { ...shown(doc, now, mayEdit), status, mayEdit };
  },

  'recommendation.preview': async ({ id }, { db, now }) => {
    const doc = await db.recommendations.get(id);
    if (doc === undefined || stateOf(doc, now) !== 'published') refuse('NOT_FOUND');
    return { book: doc.book, orgName: doc.orgName };
  },
};
