import type { EventDetail } from '../../../contract/domains/event/actions';
import type { ActionParsed } from '../../../contract/registry';
import { orgsWith } from '../../kernel/access';
import type { MemberContext } from '../../kernel/context';
import { noneOf } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { archivedAmong } from '../../kernel/standing';
import { giveBack, signUp } from '../../shared/participation/public';
import type { PlaceIn } from '../../shared/participation/shape';
import type { EventDatabase, EventDoc } from './collections';
import { showLeaving, showSignUp } from './cards';
import { MANAGE, mayManage, maySee, visibleTo } from './rules/access';
import { detailFields, eventDetailView } from './rules/view';

type Reply = { event: EventDetail };
type Context = MemberContext<EventDatabase>;

const ARCHIVED = '办这场活动的组织已归档，不再接受报名。您已有的记录都在。';
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
});

/** Events that one may sign up for: none of an org that is archived, in which who has signed up stays. */
async function openPlaces(context: Context) {
  const { viewer, others } = context;
  const archived = await archivedAmong(others, viewer.scope, orgsWith(viewer, MANAGE));
  const closed = (event: PlaceIn<EventDoc>) => event.orgPath.some((id) => archived.includes(id));
  return {
    ...places(context),
    visible: archived.length === 0 ? visibleTo(viewer) : { ...visibleTo(viewer), orgPath: noneOf(archived) },
    maySee(event: PlaceIn<EventDoc>) {
      const sees = maySee(viewer, event);
      if (sees && event.signUp === undefined && closed(event)) refuse('ORG_ARCHIVED', { message: ARCHIVED });
      return sees;
    },
  };
}

const shown = (event: PlaceIn<EventDoc>, { viewer }: Context): Reply => ({
  event: eventDetailView(event, mayManage(viewer, event)),
});

export async function signUpForEvent(input: ActionParsed<'event.signUp'>, context: Context): Promise<Reply> {
  const { viewer, now, others } = context;
  const { form = [], ...request } = input;
  const outcome = await signUp(await openPlaces(context), { ...request, form, memberId: viewer._id, now });
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
