import type { Handlers, MemberContext } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { timeErrors } from '../../../contract/times';
import { deriveId } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import { namesOf } from '../../kernel/members';
import { decodeCursor, encodeCursor } from '../../kernel/paging';
import type { EventDatabase, EventDoc } from './collections';
import { findOrg } from '../org/public';
import { pageOfEvents } from './lists';
import { judgeRevision } from './rules/plan';
import { pageOfRoster } from './rules/roster';
import { mayManage, maySee } from './rules/seats';
import { cancelSignup, signUp } from './signup';
import { findEvent, findForEditing, findPublished, revise, setCancelled } from './store';
import { eventDetailView } from './rules/view';

const LEFT_ALONE = '之后又有人改过这场活动，没有撤销。';

const managed = (event: EventDoc, { viewer }: MemberContext<EventDatabase>) => ({
  event: eventDetailView(event, viewer._id, true),
});

async function forEditing(id: string, { db, requirePermissionOn }: MemberContext<EventDatabase>): Promise<EventDoc> {
  const event = await findForEditing(db, id);
  if (event === undefined) refuse('NOT_FOUND');
  requirePermissionOn(event.orgPath);
  return event;
}

export const eventHandlers: Handlers<'event', EventDatabase> = {
  'event.create': async ({ commandId, orgId, ...plan }, context) => {
    const { db, viewer, now } = context;
    const org = await findOrg(context.others, orgId);
    if (org === undefined) refuse('NOT_FOUND');
    context.requirePermissionOn(org.path);
    const id = deriveId('e', viewer._id, commandId);
    const wrong = timeErrors(plan, now);
    if (wrong.length > 0) {
      // Sent again after its deadline: it stands, and the reply is the same.
      const standing = await db.events.get(id);
      if (standing === undefined) refuse('event.create', 'EVENT_TIMES_INVALID', { fields: wrong });
      return managed(standing, context);
    }
    const event = await addOnce(db.events, {
      _id: id,
      orgId,
      orgPath: org.path,
      orgName: org.name,
      memberId: viewer._id,
      ...plan,
      cancelled: false,
      version: 1,
      queue: [],
      queued: 0,
      commands: [],
      createdAt: now,
    });
    return managed(event, context);
  },

  'event.revise': async (input, context) => {
    const event = await forEditing(input.id, context);
    const verdict = judgeRevision(event, input, context.now);
    if (verdict.kind === 'seen') return managed(event, context);
    if (verdict.kind === 'refused') refuse('event.revise', verdict.code, { fields: verdict.fields });
    const revised = await revise(context.db, input, input, event);
    if (revised !== undefined) return managed(revised, context);
    // Somebody was faster: a twin of this command, another organiser, or people who took the seats to be cut.
    const standing = await forEditing(input.id, context);
    if (!standing.commands.includes(input.commandId)) refuse('CONFLICT');
    return managed(standing, context);
  },

  'event.setCancelled': async (input, context) => {
    const event = await forEditing(input.id, context);
    const changed = await setCancelled(context.db, input);
    if (changed !== undefined) return managed(changed, context);
    const standing = (await findForEditing(context.db, input.id)) ?? event;
    if (!standing.commands.includes(input.commandId)) refuse('CONFLICT', { message: LEFT_ALONE });
    return managed(standing, context);
  },

  'event.list': ({ which, cursor }, { db, viewer, now }) => pageOfEvents(db, which, viewer, { now, cursor }),

  'event.get': async ({ id }, { db, viewer }) => {
    const event = await findEvent(db, id);
    if (event === undefined || !maySee(viewer, event)) refuse('NOT_FOUND');
    return { event: eventDetailView(event, viewer._id, mayManage(viewer, event)) };
  },

  'event.preview': async ({ id }, { db }) => {
    const event = await findPublished(db, id);
    if (event === undefined) refuse('NOT_FOUND');
    const { title, startsAt, place, orgName } = event;
    return { title, startsAt, place, orgName };
  },

  'event.signUp': signUp,
  'event.cancelSignup': cancelSignup,

  'event.roster': async ({ id, cursor }, { db, others, requirePermissionOn }) => {
    const event = await db.events.get(id);
    if (event === undefined) refuse('NOT_FOUND');
    requirePermissionOn(event.orgPath);
    const position = cursor === undefined ? undefined : decodeCursor(cursor);
    const { people, next } = pageOfRoster(event, position);
    const names = await namesOf(
      others,
      people.map(({ memberId }) => memberId),
    );
    return {
      title: event.title,
      form: event.form,
      total: event.queue.length,
      capacity: event.capacity,
      items: people.map(({ memberId, ...person }) => ({ ...person, name: names.get(memberId) ?? '已注销的成员' })),
      next: next === undefined ? null : encodeCursor(next),
    };
  },
};
