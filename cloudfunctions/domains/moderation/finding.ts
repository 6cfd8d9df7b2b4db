import type { MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import type { ModerationDatabase } from '../../shared/moderation/collections';
import type { CaseDoc } from '../../shared/moderation/shape';
import { moderated } from './kinds';
import { caseDetailView, ownCaseView } from './rules/view';

export type Context = MemberContext<ModerationDatabase>;

/** The case, once the right to decide about it, or to look into it, is proved where its org stands now. */
export async function provedCase({ db, requirePermissionOnOrg }: Context, id: string): Promise<CaseDoc> {
  const found = (await db.moderationCases.get(id)) ?? refuse('NOT_FOUND');
  await requirePermissionOnOrg(found.orgId, found.orgPath);
  return found;
}

/** Whether an approval of it can be taken back. */
export const takesBack = (doc: CaseDoc): boolean => moderated[doc.kind]?.takesBack(doc) ?? false;

/** The reply to a moderator: with what stands now, where a change is judged. */
export async function shown({ others, viewer, now }: Context, doc: CaseDoc) {
  const domain = doc.cause === 'edit' ? moderated[doc.kind] : undefined;
  const before = (await domain?.standing?.(others, doc)) ?? [];
  return { case: caseDetailView(doc, { memberId: viewer._id, before, takesBack: takesBack(doc) }, now) };
}

/** A case of the caller's own; `undefined` for another's, and for what he need not know of: he is told nothing of either. */
export async function ownCase({ db, viewer }: Context, id: string): Promise<CaseDoc | undefined> {
  const found = await db.moderationCases.get(id);
  return found?.authorId === viewer._id && found.told ? found : undefined;
}

export const shownToAuthor = ({ now }: Context, doc: CaseDoc) => ({ case: ownCaseView(doc, now) });
