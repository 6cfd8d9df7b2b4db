import type { EventDetail } from '../../../contract/domains/event/actions';
import type { ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { giveBack, signUp } from '../../shared/participation/public';
import type { PlaceIn } from '../../shared/participation/shape';
import type { EventDatabase, EventDoc } from './collections';
import { mayManage, maySee } from './rules/access';
import { planCode } from './rules/plan';
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
  promise: planCode,
});

const shown = (event: PlaceIn<EventDoc>, { viewer }: Context): Reply => ({
  event: eventDetailView(event, mayManage(viewer, event)),
});

export async function signUpForEvent(input: ActionParsed<'event.signUp'>, context: Context): Promise<Reply> {
  const { viewer, now } = context;
  const outcome = await signUp(places(context), { ...input, memberId: viewer._id, now });
  if (outcome.refused === undefined) return shown(outcome.doc, context);
  refuse('event.signUp', signUpCodes[outcome.refused], { fields: outcome.fields });
}

export async function cancelSignup(input: ActionParsed<'event.cancelSignup'>, context: Context): Promise<Reply> {
  const { viewer, now } = context;
  const outcome = await giveBack(places(context), { ...input, memberId: viewer._id, now });
  if (outcome.refused === undefined) return shown(outcome.doc, context);
  if (outcome.refused === 'absent') refuse('event.cancelSignup', 'SIGNUP_NOT_FOUND');
  refuse('event.cancelSignup', 'EVENT_CLOSED', { message: BEGUN });
}
