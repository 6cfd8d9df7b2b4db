import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { timeErrors } from '../../../contract/times';
import { deriveId } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import { namesOf } from '../../kernel/members';
import { decodeCursor, encodeCursor } from '../../kernel/paging';
import { documentAfter } from '../../shared/commands/store';
import { rosterPage } from '../../shared/participation/rules/roster';
import { seenBy } from '../../shared/participation/rules/seats';
import type { SeenBy } from '../../shared/participation/shape';
import { findRoster } from '../../shared/participation/store';
import type { EventDatabase, EventDoc } from './collections';
import { showPlan } from './cards';
import { pageOfEvents } from './lists';
import { newEvent } from './rules/event';
import { judgeRevision } from './rules/plan';
import {
  checkEvent,
  checkRevision,
  fileAgain,
  fileEdit,
  fileNew,
  fileRewritten,
  heldAfter,
  keptUnder,
} from './moderation';
import { isKept, mayManage, maySee } from './rules/access';
import { cancelSignup, signUpForEvent } from './signup';
import { findEvent, findForEditing, findPublished, replan, setCancelled } from './store';
import { eventDetailView } from './rules/view';

const LEFT_ALONE = '之后又有人改过这场活动，没有撤销。';

type Context = MemberContext<EventDatabase>;

const managed = (event: SeenBy<EventDoc>) => ({ event: eventDetailView(event, true) });
/** The same of an event that is there as a whole, just written. */
const written = (event: EventDoc, { viewer }: Context) => managed(seenBy(event, viewer._id));

async function forEditing(id: string, { db, viewer, requirePermissionOnOrg }: Context): Promise<SeenBy<EventDoc>> {
  const event = await findForEditing(db, id, viewer._id);
  if (event === undefined) refuse('NOT_FOUND');
  await requirePermissionOnOrg(event.orgId, event.orgPath);
  return event;
}

export const eventHandlers: Handlers<'event', EventDatabase> = {
  'event.create': async ({ commandId, orgId, ...plan }, context) => {
    const { db, viewer, now } = context;
    const [org, checked] = await Promise.all([
      context.requirePermissionOnOrg(orgId),
      checkEvent(context, plan, plan.form),
    ]);
    const id = deriveId('e', viewer._id, commandId);
    const wrong = timeErrors(plan, now);
    if (wrong.length > 0) {
      // Sent again after its deadline: it stands, and the reply is the same.
      const standing = await db.events.get(id);
      if (standing === undefined) refuse('event.create', 'EVENT_TIMES_INVALID', { fields: wrong });
      await fileNew(context, standing, checked);
      return written(standing, context);
    }
    const kept = keptUnder(id, commandId, checked);
    const event = await addOnce(db.events, { ...newEvent({ id, org, memberId: viewer._id }, plan, now), ...kept });
    await fileNew(context, event, checked);
    return written(event, context);
  },

  'event.revise': async (input, context) => {
    const event = await forEditing(input.id, context);
    const verdict = judgeRevision(event, input, context.now);
    if (verdict.kind === 'seen') {
      // Its first sending may have been killed before the cards were written, or what waits was filed.
      await fileAgain(context, event, input);
      await showPlan(context.others, event);
      return managed(event);
    }
    if (verdict.kind === 'refused') refuse('event.revise', verdict.code, { fields: verdict.fields });
    const checked = await checkRevision(context, event, input);
    if (!checked.passed && !isKept(event)) {
      await fileEdit(context, event, { input, checked });
      return managed(await forEditing(input.id, context));
    }
    const { db, others, now, viewer } = context;
    const held = heldAfter(event, input, checked);
    const revised = await replan(db, input, input, { before: event, now, held });
    const promoted = revised?.queue.slice(event.capacity, revised.capacity).map(({ m }) => m);
    const seen = revised && seenBy(revised, viewer._id);
    // Somebody may have been faster: another organiser, or people who took the seats to be cut.
    const standing = await documentAfter(seen, input, () => forEditing(input.id, context));
    await fileRewritten(context, standing, { before: event.held, checked });
    await showPlan(others, standing, promoted);
    return managed(standing);
  },

  'event.setCancelled': async (input, context) => {
    const { db, others, now, viewer } = context;
    const before = await forEditing(input.id, context);
    const changed = await setCancelled(db, input, { before, now });
    const seen = changed && seenBy(changed, viewer._id);
    const standing = await documentAfter(seen, input, () => findForEditing(db, input.id, viewer._id), LEFT_ALONE);
    // Sent again as well: its first sending may have been killed before the cards were written.
    await showPlan(others, standing);
    return managed(standing);
  },

  'event.list': ({ which, cursor }, { db, viewer, now }) => pageOfEvents(db, which, viewer, { now, cursor }),

  'event.get': async ({ id }, { db, viewer }) => {
    const event = await findEvent(db, id, viewer._id);
    if (event === undefined || !maySee(viewer, event)) refuse('NOT_FOUND');
    return { event: eventDetailView(event, mayManage(viewer, event)) };
  },

  'event.preview': async ({ id }, { db }) => {
    const event = await findPublished(db, id);
    if (event === undefined) refuse('NOT_FOUND');
    const { title, startsAt, place, orgName } = event;
    return { title, startsAt, place, orgName };
  },

  'event.signUp': signUpForEvent,
  'event.cancelSignup': cancelSignup,

  'event.roster': async ({ id, cursor }, { db, others, requirePermissionOnOrg }) => {
    const position = cursor === undefined ? undefined : decodeCursor(cursor);
    const event = await findRoster(db.events, id, position, ['orgId', 'orgPath', 'title']);
    if (event === undefined) refuse('NOT_FOUND');
    const { people, next } = rosterPage(event.page, event);
    const memberIds = people.map(({ memberId }) => memberId);
    const [names] = await Promise.all([namesOf(others, memberIds), requirePermissionOnOrg(event.orgId, event.orgPath)]);
    return {
      title: event.title,
      form: event.form,
      total: event.queued,
      capacity: event.capacity,
      items: people.map(({ memberId, ...person }) => ({ ...person, name: names.get(memberId) ?? '已注销的成员' })),
      next: next === undefined ? null : encodeCursor(next),
    };
  },
};
