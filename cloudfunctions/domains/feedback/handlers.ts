import type { Handlers, MemberContext, VisitorContext } from '../../kernel/context';
import { deriveCode, deriveId } from '../../kernel/ids';
import { namesOf } from '../../kernel/members';
import { refuse } from '../../kernel/refuse';
import { checkWords } from '../../shared/moderation/public';
import type { Scene } from '../../shared/moderation/rules/check';
import { documentAfter } from '../../shared/commands/store';
import type { FeedbackDatabase, FeedbackDoc } from './collections';
import { personSays } from './person';
import { mayHurt, newFeedback, repliedLikeThis, undoUntil } from './rules/ticket';
import { feedbackView, officeView } from './rules/view';
import {
  close,
  file,
  findByNumber,
  findFeedback,
  findOwn,
  pageOfInbox,
  pageOfMine,
  replyOnce,
  take,
  tell,
  unreply,
  untell,
  type Owner,
} from './store';

/** Read by a few, like a comment. */
const SCENE: Scene = 2;

type Office = MemberContext<FeedbackDatabase>;

/** Everybody's feedback is for the administrators of the city committee itself, not of a part of it. */
const requireCommitteeRole = ({ requirePermissionOnRoot }: Office): Promise<void> => requirePermissionOnRoot();

/** Who somebody is to his tickets, before he joins and after. */
const ownerOf = ({ viewer, keyFor }: VisitorContext<FeedbackDatabase>): Owner => ({
  key: keyFor('feedback'),
  memberId: viewer?._id,
});

const own = async (
  action: 'feedback.get' | 'feedback.follow' | 'feedback.close',
  id: string,
  context: VisitorContext<FeedbackDatabase>,
): Promise<FeedbackDoc> => (await findOwn(context.db, id, ownerOf(context))) ?? refuse(action, 'TICKET_GONE');

const seenBy =
  ({ viewer, now }: Office) =>
  (doc: FeedbackDoc) =>
    officeView(doc, viewer._id, now);

export const feedbackHandlers: Handlers<'feedback', FeedbackDatabase> = {
  async 'feedback.submit'({ commandId, ...words }, context) {
    const { key, memberId = null } = ownerOf(context);
    const id = deriveId('f', key, commandId);
    const code = deriveCode(4, key, commandId);
    const checked = await checkWords(context, [words.text], SCENE);
    const filed = await file(context.db, newFeedback({ id, code, key, memberId }, { ...words, checked }, context.now));
    return { feedback: feedbackView(filed) };
  },

  'feedback.mine': ({ cursor }, context) => pageOfMine(context.db, ownerOf(context), cursor),

  'feedback.get': async ({ id }, context) => ({ feedback: feedbackView(await own('feedback.get', id, context)) }),

  async 'feedback.follow'(input, context) {
    const folded = mayHurt(await checkWords(context, [input.text], SCENE));
    const read = () => own('feedback.follow', input.id, context);
    const said = await personSays({ ...input, folded }, context.now, context.db, read);
    return { feedback: feedbackView(said) };
  },

  async 'feedback.close'(input, context) {
    const standing = await own('feedback.close', input.id, context);
    const closed = await close(context.db, input);
    return { feedback: feedbackView(closed ?? { ...standing, state: 'closed' }) };
  },

  async 'feedback.inbox'({ cursor, state = 'open', kind, overdue }, context) {
    await requireCommitteeRole(context);
    const { db, now } = context;
    return pageOfInbox(db, { state, kind, overdue }, { cursor, now, view: seenBy(context) });
  },

  async 'feedback.find'({ ticket }, context) {
    await requireCommitteeRole(context);
    const number = ticket.includes('-') ? ticket : `${ticket.slice(0, 8)}-${ticket.slice(8)}`;
    return { items: (await findByNumber(context.db, number)).map(seenBy(context)) };
  },

  async 'feedback.ticket'({ id }, context) {
    await requireCommitteeRole(context);
    const found = (await findFeedback(context.db, id)) ?? refuse('NOT_FOUND');
    const asked = found.memberId === null || found.anonymous === true ? [] : [found.memberId];
    const names = await namesOf(context.others, asked);
    return { feedback: seenBy(context)(found), by: names.get(found.memberId ?? '') ?? null };
  },

  async 'feedback.take'({ take: taken, ...target }, context) {
    await requireCommitteeRole(context);
    const { db, viewer } = context;
    const changed = await take(db, target, { by: viewer._id, taken });
    const standing = () => findFeedback(db, target.id);
    const after = await documentAfter(changed, target, standing, '已经有人在办理，或者已经放回了。');
    return { feedback: seenBy(context)(after) };
  },

  async 'feedback.reply'({ text, ...target }, context) {
    await requireCommitteeRole(context);
    const { db, others, viewer, now } = context;
    const replied = await replyOnce(db, target, { text, at: now, by: viewer._id });
    const standing = replied ?? (await findFeedback(db, target.id)) ?? refuse('NOT_FOUND');
    if (!repliedLikeThis(standing, text, viewer._id)) {
      refuse('CONFLICT', { message: '这条已经有答复了，或者已经办结，以现在的为准。' });
    }
    await tell(others, standing, now, context);
    return { feedback: seenBy(context)(standing) };
  },

  async 'feedback.unreply'(target, context) {
    await requireCommitteeRole(context);
    const { db, others, viewer, now } = context;
    const found = (await findFeedback(db, target.id)) ?? refuse('NOT_FOUND');
    const { reply } = found;
    if (found.commands?.includes(target.commandId) === true) return { feedback: seenBy(context)(found) };
    if (reply === null || undoUntil(found, viewer._id, now) === null) refuse('feedback.unreply', 'REPLY_STANDS');
    const taken = await unreply(db, target, reply);
    if (taken === undefined) refuse('feedback.unreply', 'REPLY_STANDS');
    await untell(others, found);
    return { feedback: seenBy(context)(taken) };
  },
};
