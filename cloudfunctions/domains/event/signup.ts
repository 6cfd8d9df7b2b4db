import type { EventDetail } from '../../../contract/actions/event';
import type { ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { Refusal } from '../../kernel/context';
import type { EventDoc } from '../../documents';
import { checkAnswers } from './answers';
import { commandKey, judgeLeaving, judgeSignUp, mayManage, maySee } from './rules';
import type { Verdict } from './rules';
import { findQueue, join, leave, remember } from './store';
import { eventDetailView } from './view';

type Reply = { event: EventDetail };

/** Each turn lost means that somebody else's change of the same event has won. */
const ATTEMPTS = 5;

const messages = { EVENT_CLOSED: '活动已经开始，不能再取消报名。如有变动，请直接联系组织者。' };

const shown = (event: EventDoc, { viewer }: MemberContext): Reply => ({
  event: eventDetailView(event, viewer._id, mayManage(viewer, event)),
});

/**
 * Looks, judges, and acts on the condition that what was judged still holds. A round that finds it changed looks again,
 * so that a refusal is always for a reason that was seen.
 */
async function decide<Code extends 'EVENT_CLOSED' | 'EVENT_CANCELLED' | 'EVENT_FULL' | 'SIGNUP_NOT_FOUND'>(
  id: string,
  context: MemberContext,
  judge: (event: EventDoc) => Verdict<Code>,
  act: (event: EventDoc, verdict: 'go' | 'again') => Promise<EventDoc | undefined>,
  said: Partial<Record<Code, string>> = {},
): Promise<Reply> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const event = await findQueue(context.db, id);
    if (event === undefined || !maySee(context.viewer, event)) throw new Refusal('NOT_FOUND');
    const verdict = judge(event);
    if (verdict === 'done') return shown(event, context);
    if (verdict !== 'go' && verdict !== 'again') throw new Refusal(verdict, said[verdict]);
    const changed = await act(event, verdict);
    if (changed !== undefined) return shown(changed, context);
  }
  throw new Refusal('BUSY');
}

/** Answers are checked before the seat is taken, and taken with it: no seat without answers, no answers without a seat. */
export function signUp(
  { id, commandId, answers }: ActionParsed<'event.signUp'>,
  context: MemberContext,
): Promise<Reply> {
  const { db, viewer, now } = context;
  const me = { memberId: viewer._id, key: commandKey(viewer._id, commandId) };
  return decide(
    id,
    context,
    (event) => judgeSignUp(event, me, now),
    (event, verdict) => {
      if (verdict === 'again') return remember(db, id, me);
      const checked = checkAnswers(event.form, answers);
      if (!checked.ok) throw new Refusal(checked.code, undefined, checked.fields);
      return join(db, id, { m: me.memberId, c: me.key, at: now, a: checked.answers });
    },
  );
}

export function cancelSignup(
  { id, commandId }: ActionParsed<'event.cancelSignup'>,
  context: MemberContext,
): Promise<Reply> {
  const { db, viewer, now } = context;
  const me = { memberId: viewer._id, key: commandKey(viewer._id, commandId) };
  return decide(
    id,
    context,
    (event) => judgeLeaving(event, me, now),
    async (event) => {
      const joined = event.queue.find(({ m }) => m === me.memberId)?.c;
      return joined === undefined ? undefined : leave(db, id, { joined, key: me.key, now });
    },
    messages,
  );
}
