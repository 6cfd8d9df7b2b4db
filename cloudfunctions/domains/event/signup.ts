import type { EventDetail } from '../../../contract/domains/event/actions';
import type { ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { giveBack, signUp } from '../../shared/participation/public';
import type { PlaceIn } from '../../shared/participation/shape';
import type { EventDatabase, EventDoc } from './collections';
import { showLeaving, showSignUp } from './cards';
import { mayManage, maySee, visibleTo } from './rules/access';
import { detailFields, eventDetailView } from './rules/view';

type Reply = { event: EventDetail };
type Context = MemberContext<EventDatabase>;

const BEGUN = '活动已经开始，不能再取消报名。如有变动，请直接联系组织者。';

/** What an event calls the refusals. */
const signUpCodes = {
  cancelled: 'EVENT_CANCELLED',
  closed: 'EVENT_CLOSED',
  full: 'EVENT_FULL',
  unanswered: 'ANSWER_REQUIRED',
  otherAnswers: 'ALREADY_SIGNED_UP',
} as const;

const places = ({ db, viewer }: Context) => ({
  seats: db.events,
  fields: detailFields,
  maySee: (event: PlaceIn<EventDoc>) => maySee(viewer, event),
  visible: visibleTo(viewer),
});

const shown = (event: PlaceIn<EventDoc>, { viewer }: Context): Reply => ({
  event: eventDetailView(event, mayManage(viewer, event)),
});

export async function signUpForEvent(input: ActionParsed<'event.signUp'>, context: Context): Promise<Reply> {
  const { viewer, now, others } = context;
  const { form = [], ...request } = input;
  const outcome = await signUp(places(context), { ...request, form, memberId: viewer._id, now });
  if (outcome.refused === undefined) {
    await showSignUp(others, outcome.doc, viewer._id);
    return shown(outcome.doc, context);
  }
  refuse('event.signUp', signUpCodes[outcome.refused], { fields: outcome.fields });
}

export async function cancelSignup(input: ActionParsed<'event.cancelSignup'>, context: Context): Promise<Reply> {
  const { viewer, now, others } = context;
  const memberId = viewer._id;
  const outcome = await giveBack(places(context), { ...input, memberId, now });
  if (outcome.refused === undefined) {
    // Sent again after he came back: that sign-up is another.
    if (outcome.doc.signUp === undefined) await showLeaving(others, input.id, { memberId, last: outcome.last });
    return shown(outcome.doc, context);
  }
  if (outcome.refused === 'absent') refuse('event.cancelSignup', 'SIGNUP_NOT_FOUND');
  refuse('event.cancelSignup', 'EVENT_CLOSED', { message: BEGUN });
}
