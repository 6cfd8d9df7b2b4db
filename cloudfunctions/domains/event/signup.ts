import type { EventDetail } from '../../../contract/domains/event/actions';
import type { ActionError, ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { checkAnswers, sameAnswers } from '../../shared/participation/rules/answers';
import { commandKey, judgeLeaving, judgeSignUp } from '../../shared/participation/rules/seats';
import type { Asker, Verdict } from '../../shared/participation/rules/seats';
import { join, leave, remember, takeSeat } from '../../shared/participation/store';
import type { EventDatabase, EventDoc } from './collections';
import { mayManage, maySee, planCode } from './rules/seats';
import { answersOf, findQueue } from './store';
import { eventDetailView } from './rules/view';

type Reply = { event: EventDetail };

/** Each turn lost means that somebody else's change of the same event has won. */
const ATTEMPTS = 5;

const BEGUN = '活动已经开始，不能再取消报名。如有变动，请直接联系组织者。';

const shown = (event: EventDoc, { viewer }: MemberContext<EventDatabase>): Reply => ({
  event: eventDetailView(event, viewer._id, mayManage(viewer, event)),
});

/**
 * Looks, judges, and acts on the condition that what was judged still holds. A round that finds it changed looks again,
 * so that a refusal is always for a reason that was seen.
 */
async function decide<
  N extends 'event.signUp' | 'event.cancelSignup',
  Refused extends 'cancelled' | 'closed' | 'full' | 'absent' | 'begun',
>(
  { id, commandId }: { id: string; commandId: string },
  context: MemberContext<EventDatabase>,
  judge: (event: EventDoc, me: Asker) => Verdict<Refused>,
  act: (event: EventDoc, me: Asker, verdict: 'go' | 'again') => Promise<EventDoc | undefined>,
  action: N,
  codes: Record<Refused, ActionError<N>>,
  said: Partial<Record<Refused, string>> = {},
): Promise<Reply> {
  const { _id: memberId } = context.viewer;
  const me = { memberId, key: commandKey(memberId, commandId) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const event = await findQueue(context.db, id);
    if (event === undefined || !maySee(context.viewer, event)) refuse('NOT_FOUND');
    const verdict = judge(event, me);
    if (verdict === 'done') return shown(event, context);
    if (verdict !== 'go' && verdict !== 'again') refuse(action, codes[verdict], { message: said[verdict] });
    const changed = await act(event, me, verdict);
    if (changed !== undefined) return shown(changed, context);
  }
  refuse('BUSY');
}

/**
 * Answers are checked before the seat is taken, and taken with it: no seat without answers, no answers without a seat.
 * Who is in already stays in with the answers he gave first; other ones are refused, or they would seem to be taken.
 */
export async function signUp(
  input: ActionParsed<'event.signUp'>,
  context: MemberContext<EventDatabase>,
): Promise<Reply> {
  const { db, now, viewer } = context;
  let joined = false;
  const reply = await decide(
    input,
    context,
    (event, me) => judgeSignUp(event, me, now),
    async (event, me, verdict) => {
      if (verdict === 'again') return remember(db.events, input.id, me);
      const checked = checkAnswers(event.form, input.answers);
      if (!checked.ok) refuse('event.signUp', checked.code, { fields: checked.fields });
      const entry = { m: me.memberId, c: me.key, at: now, a: checked.answers, p: planCode(event) };
      const changed = await (event.queued < event.capacity
        ? takeSeat(db.events, input.id, entry, event.capacity)
        : join(db.events, input.id, { ...entry, w: true }));
      joined = changed !== undefined;
      return changed;
    },
    'event.signUp',
    { cancelled: 'EVENT_CANCELLED', closed: 'EVENT_CLOSED', full: 'EVENT_FULL' },
  );
  if (joined || reply.event.form.length === 0) return reply;
  const kept = await answersOf(db, input.id, viewer._id);
  if (kept !== undefined && !sameAnswers(reply.event.form, input.answers, kept)) {
    refuse('event.signUp', 'ALREADY_SIGNED_UP');
  }
  return reply;
}

export function cancelSignup(
  input: ActionParsed<'event.cancelSignup'>,
  context: MemberContext<EventDatabase>,
): Promise<Reply> {
  const { db, now } = context;
  return decide(
    input,
    context,
    (event, me) => judgeLeaving(event, me, now),
    async (event, me) => {
      const joined = event.queue.find(({ m }) => m === me.memberId)?.c;
      return joined === undefined ? undefined : leave(db.events, input.id, { joined, key: me.key, now });
    },
    'event.cancelSignup',
    { absent: 'SIGNUP_NOT_FOUND', begun: 'EVENT_CLOSED' },
    { begun: BEGUN },
  );
}
