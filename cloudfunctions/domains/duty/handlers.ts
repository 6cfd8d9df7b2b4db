import { errorMessages } from '../../../contract/errors';
import type { Handlers, MemberContext } from '../../kernel/context';
import { deriveId } from '../../kernel/ids';
import { findHolder } from '../../kernel/memberGrants';
import { namesOf } from '../../kernel/members';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { documentAfter } from '../../shared/commands/store';
import { findOrg } from '../org/public';
import type { DutyDatabase, DutyDoc } from './collections';
import { decideRights, settleRights } from './rights';
import { accessTo, looksByRole } from './rules/access';
import { newDuty, type Holder } from './rules/duty';
import { asItStands, givenRole, isWanted } from './rules/rights';
import { termOf } from './rules/terms';
import { boardGroups, managedDutyView } from './rules/view';
import { anyDuty, pageOfEnded, place, presentDuties, rewrite, setRemoved } from './store';

type DutyContext = MemberContext<DutyDatabase>;
const LEFT_ALONE = '之后又有人改过这项职务，没有撤销。';

/** What the caller may do with the board of an org; refuses with NOT_FOUND where it is none of his business. */
async function access(orgId: string, doc: Pick<DutyDoc, 'orgPath'> | undefined, { others, viewer }: DutyContext) {
  // An org without duties has no copy of its path, which only those need who look by a role: a round trip more for them.
  const looked = doc === undefined && looksByRole(viewer) ? await findOrg(others, orgId) : undefined;
  return accessTo(viewer, orgId, doc?.orgPath ?? looked?.path) ?? refuse('NOT_FOUND');
}

/** A duty and the org that it is of, where that stands now; refuses unless he edits there. */
async function forEditing(id: string, { db, others, now, requirePermissionOnOrg }: DutyContext) {
  const doc = await db.duties.get(id);
  if (doc === undefined) refuse('NOT_FOUND');
  const { memberId } = doc;
  const [org, holder] = await Promise.all([
    requirePermissionOnOrg(doc.orgId, doc.orgPath),
    givenRole(doc) === null || memberId === null ? undefined : findHolder(others, memberId),
  ]);
  return { doc: asItStands(doc, holder?.grants ?? [], now), org };
}

/** Who it is: a member under his own name, or somebody who is only named. */
async function holderOf(
  action: 'duty.add' | 'duty.standIn' | 'duty.revise',
  { memberId, name }: Holder,
  { others }: DutyContext,
): Promise<Holder> {
  if (memberId === null) return { memberId, name };
  const known = (await namesOf(others, [memberId])).get(memberId);
  if (known !== undefined) return { memberId, name: known };
  return refuse(action, 'DUTY_PERSON_UNKNOWN', {
    fields: [{ path: 'person', message: errorMessages.DUTY_PERSON_UNKNOWN }],
  });
}

const shown = (doc: DutyDoc) => ({ duty: managedDutyView(doc) });
/** A duty after its command, once roles say the same; sent again, a command that was killed between the two gets here. */
const written = async (doc: DutyDoc, commandId: string, context: DutyContext) =>
  shown(await settleRights(doc, commandId, context));

export const dutyHandlers: Handlers<'duty', DutyDatabase> = {
  'duty.board': async ({ orgId }, context) => {
    const docs = await presentDuties(context.db, orgId, context.now);
    const { mayManage } = await access(orgId, docs[0], context);
    return { orgId, groups: boardGroups(docs, context.now), mayManage };
  },

  'duty.history': async ({ orgId, cursor }, context) => {
    const { db, viewer, now } = context;
    // Whoever belongs there sees it; of all others the path is asked for beside the page.
    const inside = viewer.scope.includes(orgId);
    const [page, any] = await Promise.all([
      pageOfEnded(db, orgId, { now, cursor }),
      inside ? undefined : anyDuty(db, orgId),
    ]);
    if (!inside) await access(orgId, any, context);
    return page;
  },

  'duty.get': async ({ id }, context) => shown((await forEditing(id, context)).doc),

  'duty.add': async ({ commandId, orgId, group, kind, title, person, from, until, rights: wanted }, context) => {
    const { db, viewer, now, requirePermissionOnOrg } = context;
    const [org, holder] = await Promise.all([requirePermissionOnOrg(orgId), holderOf('duty.add', person, context)]);
    const id = deriveId('u', viewer._id, commandId);
    const doc = newDuty({ id, org, what: { group, kind, title }, holder, term: { from, until }, now });
    const decided = await decideRights({ commandId, org, after: doc, wanted }, context);
    return written(await addOnce(db.duties, { ...doc, ...decided }), commandId, context);
  },

  'duty.standIn': async ({ commandId, id: of, person, from, until, rights: wanted }, context) => {
    const { db, viewer, now, requirePermissionOnOrg } = context;
    const what = await db.duties.get(of);
    if (what === undefined) refuse('NOT_FOUND');
    const [org, holder] = await Promise.all([
      requirePermissionOnOrg(what.orgId, what.orgPath),
      holderOf('duty.standIn', person, context),
    ]);
    const id = deriveId('u', viewer._id, commandId);
    const doc = newDuty({ id, org, what, holder, term: { from, until }, of, now });
    const decided = await decideRights({ commandId, org, after: doc, wanted }, context);
    return written(await addOnce(db.duties, { ...doc, ...decided }), commandId, context);
  },

  'duty.revise': async (input, context) => {
    const { commandId, id, group, kind, title, person, from, until, rights: wanted } = input;
    const [{ doc, org }, holder] = await Promise.all([
      forEditing(id, context),
      holderOf('duty.revise', person, context),
    ]);
    if (wasSeen(doc, commandId)) return written(doc, commandId, context);
    if (doc.memberId !== null && doc.memberId !== holder.memberId) refuse('duty.revise', 'DUTY_PERSON_FIXED');
    const words = { group, kind, title, ...holder, ...termOf({ from, until }) };
    const decided = await decideRights({ commandId, org, before: doc, after: words, wanted }, context);
    const revised = await rewrite(context.db, input, words, decided);
    return written(await documentAfter(revised, input, () => context.db.duties.get(id)), commandId, context);
  },

  'duty.setRemoved': async (input, context) => {
    const { commandId, id, removed } = input;
    const { doc, org } = await forEditing(id, context);
    if (wasSeen(doc, commandId)) return written(doc, commandId, context);
    // Taken off, it gives nothing any more; brought back, what it gave before.
    const after = removed ? { ...doc, until: 0 } : doc;
    const decided = await decideRights({ commandId, org, before: doc, after, wanted: isWanted(doc) }, context);
    const changed = await setRemoved(context.db, input, decided, context.now);
    const standing = await documentAfter(changed, input, () => context.db.duties.get(id), LEFT_ALONE);
    return written(standing, commandId, context);
  },

  'duty.place': async (input, context) => {
    await forEditing(input.id, context);
    const placed = await place(context.db, input);
    return shown(await documentAfter(placed, input, () => context.db.duties.get(input.id)));
  },
};
