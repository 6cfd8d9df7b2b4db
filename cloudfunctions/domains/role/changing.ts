import type { ActionParsed } from '../../../contract/registry';
import { refuse } from '../../kernel/refuse';
import type { TermDoc } from './collections';
import { endStandIns, endTerm, heldBy, termOf, type Held } from './ending';
import { makeStay, waitsFor, giveOrPropose } from './giving';
import { groundOf, shown, type RoleContext } from './ground';
import { letGo } from './guard';
import { isTerm, latestEnd, mayGive } from './rules/granting';
import { isKeeping } from './rules/guard';
import { deriveId } from '../../kernel/ids';
import { findTerm, setUntil } from './store';

/** A role that somebody holds, with its org on which the right is proved; or its term, where it is over. */
async function located(context: RoleContext, { memberId, id }: { memberId: string; id: string }) {
  const { db, others } = context;
  const held = (await heldBy(others, memberId))?.find((one) => one.id === id);
  const over = held === undefined ? await findTerm(db, id) : undefined;
  const orgId = held?.grant.orgId ?? (over?.memberId === memberId ? over.orgId : undefined);
  if (orgId === undefined) refuse('NOT_FOUND');
  const ground = await groundOf(others, await context.requirePermissionOnOrg(orgId, over?.orgPath));
  return { held, over, ground };
}

/** Takes a role back; it counts at the next call. */
export async function takeBack({ commandId, memberId, id }: ActionParsed<'role.end'>, context: RoleContext) {
  const { db, others, viewer, now } = context;
  const { held, over, ground } = await located(context, { memberId, id });
  const role = held?.grant.role ?? over?.role;
  if (role === undefined || !mayGive(viewer, role, ground)) refuse('role.end', 'ROLE_NOT_YOURS');
  if (held === undefined) return shown(context, over as TermDoc);
  const ended = await endTerm(db, others, held, { commandId, by: viewer._id, now });
  return ended === 'last' ? refuse('role.end', 'LAST_CITY_ADMIN') : shown(context, ended);
}

/** Ends what the viewer holds himself, or what somebody holds in his place. */
export async function layDown({ commandId, memberId, id }: ActionParsed<'role.layDown'>, context: RoleContext) {
  const { db, others, viewer, now } = context;
  const held = (await heldBy(others, memberId))?.find((one) => one.id === id);
  if (held === undefined) {
    const over = await findTerm(db, id);
    if (over === undefined || ![over.memberId, over.of].includes(viewer._id)) refuse('role.layDown', 'ROLE_NOT_YOURS');
    return shown(context, over);
  }
  if (memberId !== viewer._id && held.grant.of !== viewer._id) refuse('role.layDown', 'ROLE_NOT_YOURS');
  const ended = await endTerm(db, others, held, { commandId, by: viewer._id, now });
  return ended === 'last' ? refuse('role.layDown', 'LAST_CITY_ADMIN') : shown(context, ended);
}

/** Gives a role another end. Longer than before is like giving it, for the city's own roles a second person's matter too. */
export async function extend({ commandId, memberId, id, until }: ActionParsed<'role.extend'>, context: RoleContext) {
  const { db, others, viewer, now } = context;
  const { held, ground } = await located(context, { memberId, id });
  if (held === undefined) refuse('NOT_FOUND');
  const { role, orgId, from = 0, until: before, of } = held.grant;
  if (!mayGive(viewer, role, ground) || of !== undefined) refuse('role.extend', 'ROLE_NOT_YOURS');
  if (memberId === viewer._id) refuse('role.extend', 'ROLE_TO_SELF');
  if (!isTerm({ from, until }, now) || (until ?? Infinity) > latestEnd(viewer, role, ground)) {
    refuse('role.extend', 'ROLE_TERM_INVALID');
  }
  const longer = (until ?? Infinity) > (before ?? Infinity);
  const wish = { memberId, role, from, until, of: null };
  if (longer && waitsFor(role, ground.place)) {
    const proposed = await giveOrPropose(context, deriveId('t', viewer._id, commandId), ground, wish, { changes: id });
    return shown(context, proposed);
  }
  await keepCity(context, held, { ground, until });
  await termOf(db, others, held, now);
  const changed = (await setUntil(db, others, id, until, commandId)) ?? refuse('NOT_FOUND');
  if (until !== null) await endStandIns(db, others, held, { commandId, by: viewer._id, now }, until);
  if (isKeeping(held.grant, orgId) && until === null) await makeStay(db, wish, ground.org, ground.place);
  return shown(context, changed);
}

/** An administrator of the city gets an end only where another one is there for good. */
async function keepCity(
  { db, others, now }: RoleContext,
  { memberId, grant }: Held,
  { ground, until }: { ground: { org: { _id: string }; place: { isRoot: boolean } }; until: number | null },
): Promise<void> {
  if (until === null || grant.until !== undefined || !ground.place.isRoot || !isKeeping(grant, ground.org._id)) return;
  if (!(await letGo(db, others, { memberId, rootId: ground.org._id }, now))) refuse('role.extend', 'LAST_CITY_ADMIN');
}
