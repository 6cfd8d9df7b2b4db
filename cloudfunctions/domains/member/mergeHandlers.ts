import type { Handlers } from '../../kernel/context';
import { viewerAt } from '../../kernel/identity';
import { randomId } from '../../kernel/ids';
import { membersSeen } from '../../kernel/memberPages';
import { askWhetherUsed } from '../../kernel/memberUse';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { documentAfter } from '../../shared/commands/store';
import { foldSearch } from '../../shared/search/rules/keys';
import type { MemberDatabase, MergeDoc } from './collections';
import {
  answerMerge,
  dropCodes,
  giveRecord,
  isUnderWay,
  isUsable,
  mergeOfCode,
  mergesOf,
  mergesToReview,
  openMerges,
  reviewMerge,
  shownMerges,
  stopMerge,
} from './merges';
import { isHis, mergeByCode, mergeProposed } from './rules/merging';
import { recordView } from './rules/mergeView';
import { requireManaged, requireManagedToo } from './store';

type MergeHandlers = Pick<
  Handlers<'member', MemberDatabase>,
  Extract<keyof Handlers<'member', MemberDatabase>, `member.merge${string}`>
>;

const NOT_YOUR_OWN = '自己的账号，或与您互为代理的人的账号，请用“我的”里的“合并账号”自己办，或请别的有权的人提出。';
const NOT_APART = '须由提出人和两个账号以外、与他们互不代理的另一位有权的人决定。';
const NAMES_DIFFER = '两个账号的姓名不一样。请本人先在新账号的“我的”里改成一样的，再提出。';

/**
 * Merging two records of one person: both agree, or somebody else proposes it and is never one who answers; of a silent
 * holder somebody above agrees in his place.
 */
export const mergeHandlers: MergeHandlers = {
  async 'member.merges'(_input, context) {
    const { db, viewer } = context;
    const [own, asked] = await Promise.all([mergesOf(db, viewer._id), mergesToReview(db, viewer)]);
    return { merges: await shownMerges(context, [...asked, ...own]) };
  },

  async 'member.mergeCode'({ commandId }, context) {
    const { db, viewer, now } = context;
    if (isUnderWay(await openMerges(db, [viewer._id]), [viewer._id])) refuse('member.mergeCode', 'MERGE_OPEN');
    const merge = await addOnce(db.merges, mergeByCode(viewer._id, commandId, randomId('c'), now));
    await dropCodes(context, merge._id);
    const [shown] = await shownMerges(context, [merge]);
    return { merge: shown ?? refuse('NOT_FOUND') };
  },

  async 'member.mergePeek'({ code }, { db, others, viewer, now }) {
    const merge = (await mergeOfCode(db, code, now)) ?? refuse('member.mergePeek', 'MERGE_CODE_UNKNOWN');
    if (merge.toId === viewer._id) refuse('member.mergePeek', 'MERGE_SAME');
    const [to] = await membersSeen(others, [merge.toId]);
    return { to: to === undefined ? refuse('member.mergePeek', 'MERGE_CODE_UNKNOWN') : recordView(to) };
  },

  async 'member.mergeGive'({ commandId, code }, context) {
    const { db, others, viewer, now } = context;
    const givenBefore = (merges: readonly MergeDoc[]) => merges.find((one) => wasSeen(one, commandId));
    const open = await openMerges(db, [viewer._id]);
    const again = givenBefore(open);
    const merge =
      again ??
      (await mergeOfCode(db, code, now)) ??
      // The same command, sent twice, may have used the code an instant ago.
      givenBefore(await openMerges(db, [viewer._id])) ??
      refuse('member.mergeGive', 'MERGE_CODE_UNKNOWN');
    if (merge.toId === viewer._id) refuse('member.mergeGive', 'MERGE_SAME');
    const [to] = await membersSeen(others, [merge.toId]);
    if (to === undefined) refuse('member.mergeGive', 'MERGE_CODE_UNKNOWN');
    // Whoever is talked into typing somebody else's code is not of his name.
    if (foldSearch(to.name) !== foldSearch(viewer.name)) refuse('member.mergeGive', 'MERGE_NAMES_DIFFER');
    if (isUnderWay(open, [viewer._id], merge._id)) refuse('member.mergeGive', 'MERGE_OPEN');
    const changed = again ?? (await giveRecord(context, merge, commandId));
    const given = await documentAfter(changed, { commandId }, () => db.merges.get(merge._id));
    const [shown] = await shownMerges(context, [given]);
    return { merge: shown ?? refuse('NOT_FOUND') };
  },

  async 'member.mergePropose'({ commandId, id, intoId, reason }, context) {
    const { db, others, viewer, now } = context;
    if (id === intoId) refuse('member.mergePropose', 'MERGE_SAME');
    const refusals = {
      self: () => refuse('member.mergePropose', 'MEMBER_SELF', { message: NOT_YOUR_OWN }),
      above: () => refuse('member.mergePropose', 'MEMBER_ABOVE'),
    };
    const from = await requireManaged(context, id, refusals);
    const into = await requireManagedToo(context, intoId, refusals);
    if ([from, into].some((record) => isHis(viewer, viewerAt(record, now)))) refusals.self();
    const proposed = mergeProposed({ from: id, to: intoId, by: viewer._id, reason }, commandId, now);
    const merge = (await db.merges.get(proposed._id)) ?? (await begin());
    const [shown] = await shownMerges(context, [merge]);
    return { merge: shown ?? refuse('NOT_FOUND') };

    async function begin() {
      if (!isUsable(from, now) || !isUsable(into, now)) refuse('member.mergePropose', 'MERGE_DISABLED');
      if (foldSearch(from.name) !== foldSearch(into.name)) {
        refuse('member.mergePropose', 'MERGE_NAMES_DIFFER', { message: NAMES_DIFFER });
      }
      const open = await openMerges(db, [id, intoId]);
      if (isUnderWay(open, [id, intoId], proposed._id)) refuse('member.mergePropose', 'MERGE_OPEN');
      // First, so that a call that is killed in between leaves nothing that would count as silence.
      await askWhetherUsed(others, id);
      return addOnce(db.merges, proposed);
    }
  },

  async 'member.mergeAnswer'(answer, context) {
    const after = (await answerMerge(context, answer)) ?? refuse('member.mergeAnswer', 'MERGE_OVER');
    const [shown] = await shownMerges(context, [after]);
    return { merge: shown ?? refuse('NOT_FOUND') };
  },

  async 'member.mergeReview'({ id, ...answer }, context) {
    const { db, others, viewer, now } = context;
    const merge = (await db.merges.get(id)) ?? refuse('NOT_FOUND');
    const { orgId = refuse('NOT_FOUND'), orgPath, fromId, toId, byId } = merge;
    await context.requirePermissionOnOrg(orgId, orgPath);
    const again = wasSeen(merge, answer.commandId) ? merge : undefined;
    if (again === undefined) {
      if (merge.state !== 'review') refuse('member.mergeReview', 'MERGE_OVER');
      const parties = await membersSeen(others, [fromId, toId, byId]);
      if (parties.some((party) => isHis(viewer, viewerAt(party, now)))) {
        refuse('member.mergeReview', 'MEMBER_SELF', { message: NOT_APART });
      }
    }
    const reviewed = again ?? (await reviewMerge(context, merge, answer));
    const after = await documentAfter(reviewed, answer, () => db.merges.get(id));
    const [shown] = await shownMerges(context, [after]);
    return { merge: shown ?? refuse('NOT_FOUND') };
  },

  async 'member.mergeStop'({ commandId, id }, context) {
    const { db, viewer } = context;
    const merge = await db.merges.get(id);
    if (merge?.people.includes(viewer._id) !== true) refuse('member.mergeStop', 'MERGE_OVER');
    const stopped = wasSeen(merge, commandId) ? merge : await stopMerge(context, merge, commandId);
    const after = stopped ?? (await db.merges.get(id));
    if (after === undefined || !wasSeen(after, commandId)) refuse('member.mergeStop', 'MERGE_OVER');
    const [shown] = await shownMerges(context, [after]);
    return { merge: shown ?? refuse('NOT_FOUND') };
  },
};
