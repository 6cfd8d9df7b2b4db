import { moderatedKindNames } from '../../../../contract/domains/moderation/constants';
import type { NewNotice } from '../../notices/shape';
import type { CaseDoc } from '../shape';

const outcomes = {
  visible: { title: '通过了审核', text: '别人现在可以看到了。' },
  rejected: { title: '没有通过审核', text: '看看理由；有异议，十四天内可以申诉一次，由另一个人来看。' },
  answered: { title: '申诉后仍没有通过', text: '由另一个人看过了，以这次的结果为准。可以修改后重新提交。' },
  overtaken: { title: '没有写进去', text: '内容在审核时又有人改过。您写的还在，可以抄下来再改一次。' },
} as const;

function outcomeOf({ state, appeal, cause }: Pick<CaseDoc, 'state' | 'appeal' | 'cause'>) {
  if (state === 'rejected') return appeal === null ? outcomes.rejected : outcomes.answered;
  if (state === 'visible') return outcomes.visible;
  return state === 'overtaken' && cause === 'edit' ? outcomes.overtaken : undefined;
}

/**
 * What the author is told of a step, once for each, without a word of what was judged: a notice is kept longer than that.
 * Nothing where he knows of no case, or has nothing to learn.
 */
export function noticeOf(
  doc: Pick<CaseDoc, '_id' | 'authorId' | 'told' | 'kind' | 'turn' | 'state' | 'appeal' | 'cause'>,
): NewNotice | undefined {
  const outcome = doc.told ? outcomeOf(doc) : undefined;
  if (outcome === undefined) return undefined;
  const data = { title: `${moderatedKindNames[doc.kind]}${outcome.title}`, text: outcome.text };
  const kind = doc.appeal === null ? 'contentDecided' : 'contentAppealed';
  return { to: doc.authorId, kind, thing: doc._id, about: String(doc.turn), data };
}
