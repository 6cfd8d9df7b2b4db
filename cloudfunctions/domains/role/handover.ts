import { HANDOVER_UNDO_MS } from '../../../contract/domains/role/constants';
import type { ActionParsed } from '../../../contract/registry';
import { deriveId } from '../../kernel/ids';
import { isPermittedOn } from '../../kernel/access';
import { findHolder, type Holder } from '../../kernel/memberGrants';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { handOverDuties } from '../duty/public';
import type { HandoverDoc, Part } from './collections';
import { endTerm, heldBy, type Held } from './ending';
import { giveOrPropose, waitsFor } from './giving';
import { ableMember, groundOf, standingGround, type RoleContext } from './ground';
import { openMatters } from './open';
import { letGo } from './guard';
import { isKeeping } from './rules/guard';
import { mayHandOver, successorTerm, toHandOver } from './rules/handing';
import { holdsMeanwhile, termIdOf } from './rules/terms';
import { grantView, inOrder } from './rules/view';

type Asked = ActionParsed<'role.handOver'>;
type OnOrg = Awaited<ReturnType<typeof groundOf>>;

/** What of a member on an org the viewer may hand over. */
function handed({ viewer, now }: RoleContext, { _id, grants }: Holder, ground: OnOrg): Held[] {
  return toHandOver(grants, ground.org._id, now)
    .filter((grant) => mayHandOver(viewer, ground, _id, grant))
    .map((grant) => ({ memberId: _id, grant, id: termIdOf(_id, grant) }));
}

/** What a handover would hand over, and what is open there. */
export async function preview({ orgId, memberId }: ActionParsed<'role.handoverPreview'>, context: RoleContext) {
  const { others, viewer, now } = context;
  const ground = await groundOf(others, await context.requirePermissionOnOrg(orgId));
  const holder = (await findHolder(others, memberId)) ?? refuse('NOT_FOUND');
  const held = toHandOver(holder.grants, ground.org._id, now);
  if (held.length === 0) refuse('NOT_FOUND');
  const grants = handed(context, holder, ground);
  const org = { ...ground.org, kind: ground.place.kind };
  const names = new Map([[memberId, holder.name]]);
  return {
    member: { id: memberId, name: holder.name },
    grants: inOrder(grants.map((one) => grantView(one, { org, names, mayChange: true, now }))),
    open: await openMatters(others, viewer, ground, now),
    problem: grants.length === 0 ? '这些职责不由您交接，请联系上级组织的管理员。' : null,
  };
}

/** One step: everything that a member holds on an org goes to his successor, from a time. */
export async function handOver(asked: Asked, context: RoleContext) {
  const { db, viewer, others } = context;
  const _id = deriveId('h', viewer._id, asked.commandId);
  // Looked up first: by what was done the viewer may have lost the right to it.
  const before = await db.rolehandovers.get(_id);
  const ground = (await standingGround(others, before?.orgId ?? asked.orgId)) ?? refuse('NOT_FOUND');
  const begun = before ?? (await begin(_id, asked, ground, context));
  const waits = await carryOut(begun, asked, ground, context);
  // What needs a second person is not handed over yet, and the duty that brought it neither.
  if (!waits) await handOverDutiesTo(asked, begun, context);
  return { handover: { id: _id, undoUntil: begun.expiresAt, waits } };
}

/** The duties on boards go along with the roles. */
async function handOverDutiesTo({ memberId, toId }: Asked, { _id, orgId, at }: HandoverDoc, { others }: RoleContext) {
  const to = await findHolder(others, toId);
  if (to === undefined) return;
  await handOverDuties(others, { from: memberId, to: { memberId: toId, name: to.name }, orgId, at }, _id);
}

async function begin(
  _id: string,
  asked: Asked,
  ground: OnOrg & { archived: boolean },
  context: RoleContext,
): Promise<HandoverDoc> {
  const { db, viewer, others, now } = context;
  // Nothing is said of others' roles to who may not see them there.
  if (asked.memberId !== viewer._id && !isPermittedOn(viewer, 'role:see', ground.path)) {
    refuse('role.handOver', 'ROLE_NOT_YOURS');
  }
  if (ground.archived) refuse('ORG_ARCHIVED');
  const [from, to] = await Promise.all([findHolder(others, asked.memberId), ableMember(context, asked.toId)]);
  if (from === undefined || to === undefined) refuse('role.handOver', 'ROLE_OF_NOBODY');
  const held = handed(context, from, ground);
  if (held.length === 0) refuse('role.handOver', 'ROLE_NOT_YOURS');
  const at = Math.max(asked.at ?? now, now);
  const parts = held.map((one) => partOf(one, { asked, at, ground, to }, context));
  await keepCity(held, parts, ground, context);
  const doc = {
    _id,
    by: viewer._id,
    orgId: ground.org._id,
    at,
    parts,
    undone: false,
    expiresAt: now + HANDOVER_UNDO_MS,
  };
  return addOnce(db.rolehandovers, doc);
}

/** Who is an administrator for good hands that over for good, or leaves another one: asked before anything is given. */
async function keepCity(held: readonly Held[], parts: readonly Part[], { org, place }: OnOrg, context: RoleContext) {
  const { db, others, now } = context;
  const lost = held.find(
    ({ grant, id }) =>
      place.isRoot &&
      isKeeping(grant, org._id) &&
      grant.until === undefined &&
      parts.some(({ ended, ends }) => ended === id && ends !== null),
  );
  if (lost === undefined || (await letGo(db, others, { memberId: lost.memberId, rootId: org._id }, now))) return;
  refuse('role.handOver', 'LAST_CITY_ADMIN', { message: '继任者的任期不能有截止日：团市委至少要有一位长期的管理员。' });
}

function partOf(
  { grant, id, memberId }: Held,
  { asked, at, ground, to }: { asked: Asked; at: number; ground: OnOrg; to: Holder },
  { viewer, now }: RoleContext,
): Part {
  const { toId, until, commandId } = asked;
  const term = successorTerm(viewer, ground, { memberId, toId, grant, at, until }, now);
  if (typeof term === 'string') refuse('role.handOver', term);
  if (holdsMeanwhile(to, { role: grant.role, from: at, until: term.ends }, ground.org._id, '')) {
    refuse('role.handOver', 'ROLE_HELD', {
      message: '继任者在这里已有同样的职责。先收回继任者的，或直接收回离任者的。',
    });
  }
  // Until its day comes the successor may be taken back again, and the city would be without an administrator.
  if (at > now && ground.place.isRoot && isKeeping(grant, ground.org._id)) {
    refuse('role.handOver', 'LAST_CITY_ADMIN', { message: '管理员的交接只能即日生效，不能定在以后。' });
  }
  const begun = deriveId('t', viewer._id, commandId, grant.role, id);
  return { ended: id, until: grant.until ?? null, begun, ends: term.ends };
}

/** Gives the successor what he gets, then ends what was before; done again, it comes to the same. */
async function carryOut(
  { at, parts, by }: HandoverDoc,
  { memberId, toId, commandId }: Asked,
  ground: OnOrg,
  context: RoleContext,
): Promise<boolean> {
  const { db, others, now } = context;
  const held = (await heldBy(others, memberId)) ?? [];
  let waits = false;
  for (const { ended, begun, ends } of parts) {
    const before = held.find(({ id }) => id === ended);
    if (before === undefined) continue;
    const { role } = before.grant;
    const wish = { memberId: toId, role, from: at, until: ends, of: null };
    await giveOrPropose(context, begun, ground, wish, { replaces: ended });
    if (waitsFor(role, ground.place)) {
      waits = true;
      continue;
    }
    const over = await endTerm(db, others, before, { commandId, by, now }, at);
    if (over === 'last') refuse('role.handOver', 'LAST_CITY_ADMIN');
  }
  return waits;
}
