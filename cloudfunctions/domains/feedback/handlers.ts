import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { checkWords } from '../../shared/moderation/public';
import type { Scene } from '../../shared/moderation/rules/check';
import { deriveCode, deriveId } from '../../kernel/ids';
import type { FeedbackDatabase } from './collections';
import { newFeedback, repliedLikeThis } from './rules/ticket';
import { file, findFeedback, pageOfInbox, pageOfMine, replyOnce, tell } from './store';
import { feedbackView } from './rules/view';

/** Read by a few, like a comment. */
const SCENE: Scene = 2;

/** Everybody's feedback is for the administrators of the city committee itself, not of a part of it. */
const requireCommitteeRole = ({ requirePermissionOnRoot }: MemberContext<FeedbackDatabase>): Promise<void> =>
  requirePermissionOnRoot();

export const feedbackHandlers: Handlers<'feedback', FeedbackDatabase> = {
  async 'feedback.submit'({ commandId, kind, text }, context) {
    const { db, viewer, now } = context;
    const checked = await checkWords(context, [text], SCENE);
    const memberId = viewer._id;
    const id = deriveId('f', memberId, commandId);
    const code = deriveCode(4, memberId, commandId);
    const feedback = await file(db, newFeedback({ id, code, memberId }, { kind, text, checked }, now));
    return { feedback: feedbackView(feedback) };
  },

  'feedback.mine': ({ cursor }, { db, viewer }) => pageOfMine(db, viewer._id, cursor),

  async 'feedback.inbox'({ cursor }, context) {
    await requireCommitteeRole(context);
    return pageOfInbox(context.db, cursor);
  },

  async 'feedback.reply'({ id, text }, context) {
    await requireCommitteeRole(context);
    const { db, others, viewer, now } = context;
    const replied = await replyOnce(db, id, { text, at: now, by: viewer._id });
    if (replied !== undefined) {
      await tell(others, replied, now);
      return { feedback: feedbackView(replied) };
    }
    const standing = await findFeedback(db, id);
    if (standing === undefined) refuse('NOT_FOUND');
    if (!repliedLikeThis(standing, text, viewer._id)) {
      refuse('CONFLICT', { message: '这条已经有答复了，以发出的为准。' });
    }
    await tell(others, standing, now);
    return { feedback: feedbackView(standing) };
  },
};
