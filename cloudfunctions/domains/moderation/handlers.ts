import type { Handlers } from '../../kernel/context';
import { namesOf } from '../../kernel/members';
import { pageOf } from '../../kernel/paging';
import { refuse } from '../../kernel/refuse';
import type { ModerationDatabase } from '../../shared/moderation/collections';
import { appeal } from './appealing';
import { rejectSpam } from './bulk';
import { claim, release } from './claiming';
import { decide, undo } from './deciding';
import { ownCase, provedCase, shown, shownToAuthor } from './finding';
import { report } from './reporting';
import { cardFields, caseCardView, ownCaseView } from './rules/view';

const PAGE = 20;
/** Reports of one thing that an auditor reads. */
const REPORTERS = 200;

export const moderationHandlers: Handlers<'moderation', ModerationDatabase> = {
  /** One round trip besides those of the caller and of the right. */
  async 'moderation.queue'({ orgId, which, cursor }, { db, viewer, now, requirePermissionOnOrg }) {
    const org = await requirePermissionOnOrg(orgId);
    return pageOf(
      db.moderationCases,
      { orgPath: org._id, queue: which },
      {
        sort: ['at', which === 'done' ? -1 : 1],
        cursor,
        size: PAGE,
        fields: cardFields,
        view: (doc) => caseCardView(doc, viewer._id, now),
      },
    );
  },

  async 'moderation.case'({ id }, context) {
    return shown(context, await provedCase(context, id));
  },

  'moderation.claim': (input, context) => claim(context, input),
  'moderation.release': (input, context) => release(context, input),
  'moderation.decide': (input, context) => decide(context, input),
  'moderation.rejectSpam': (input, context) => rejectSpam(context, input),
  'moderation.undo': (input, context) => undo(context, input),

  async 'moderation.reporters'({ id }, context) {
    const { db, others } = context;
    const { _id: caseId } = await provedCase(context, id);
    const reports = await db.moderationReports.find({ caseId }, { sort: [['at', 1]], limit: REPORTERS });
    const names = await namesOf(
      others,
      reports.map(({ memberId }) => memberId),
    );
    return {
      items: reports.map(({ memberId, reason, words, at }) => ({
        name: names.get(memberId) ?? '已注销的成员',
        reason,
        words,
        at,
      })),
    };
  },

  'moderation.report': (input, context) => report(context, input),

  'moderation.mine': ({ cursor }, { db, viewer, now }) =>
    pageOf(
      db.moderationCases,
      { authorId: viewer._id, told: true },
      { sort: ['at', -1], cursor, size: PAGE, view: (doc) => ownCaseView(doc, now) },
    ),

  async 'moderation.own'({ id }, context) {
    return shownToAuthor(context, (await ownCase(context, id)) ?? refuse('moderation.own', 'CASE_NOT_YOURS'));
  },

  'moderation.appeal': (input, context) => appeal(context, input),
};
