import { DAY_MS } from '../../../contract/durations';
import { config } from '../../../contract/config';
import { DELEGATION_DAYS } from '../../../contract/domains/role/constants';
import type { ActionParsed } from '../../../contract/registry';
import { isCityOwn, roleTable } from '../../../contract/roleTable';
import { deriveId } from '../../kernel/ids';
import { refuse } from '../../kernel/refuse';
import type { TermDoc } from './collections';
import { heldBy } from './ending';
import { ableMember, groundOf, shown, standingGround, type RoleContext } from './ground';
import { stays } from './guard';
import { type Ground, isTerm, judgeGiving } from './rules/granting';
import { isKeeping } from './rules/guard';
import { holdsMeanwhile, newTerm, type TermOrg, type Wish } from './rules/terms';
import { give } from './store';

/** Whether what is done about this role there waits for a second person. */
export const waitsFor = (role: Wish['role'], place: Ground['place']): boolean =>
  config.secondApproval.on && isCityOwn(role, place);

/** Gives a role that may be given, or proposes it where a second person has to agree. */
export async function giveOrPropose(
  { db, others, viewer, now }: RoleContext,
  id: string,
  { org, place }: Ground & { org: TermOrg },
  wish: Wish,
  more: Pick<TermDoc, 'changes' | 'replaces'> = {},
): Promise<TermDoc> {
  const lapsesAt = waitsFor(wish.role, place) ? now + config.secondApproval.days * DAY_MS : null;
  if (lapsesAt === null) await makeStay(db, wish, org, place);
  return give(db, others, newTerm(id, org, wish, { by: viewer._id, now, lapsesAt, ...more }));
}

/** Who becomes an administrator of the city is not leaving. */
export async function makeStay(
  db: RoleContext['db'],
  { memberId, role, of }: Pick<Wish, 'memberId' | 'role' | 'of'>,
  org: Pick<TermOrg, '_id'>,
  { isRoot }: Pick<Ground['place'], 'isRoot'>,
): Promise<void> {
  if (isRoot && isKeeping({ role, orgId: org._id, of: of ?? undefined }, org._id)) await stays(db, memberId);
}

/** Gives a role, for a time if one is said. */
export async function grant(
  { commandId, orgId, memberId, role, from, until }: ActionParsed<'role.grant'>,
  context: RoleContext,
) {
  const { others, viewer, now } = context;
  const org = await context.requirePermissionOnOrg(orgId);
  const [ground, member] = await Promise.all([groundOf(others, org), ableMember(context, memberId)]);
  const wish = { memberId, role, from: from ?? now, until, of: null };
  const verdict = judgeGiving(viewer, ground, wish, now);
  if (verdict !== 'go') refuse('role.grant', verdict);
  if (member === undefined) refuse('role.grant', 'ROLE_OF_NOBODY');
  const id = deriveId('t', viewer._id, commandId);
  if (holdsMeanwhile(member, wish, org._id, id)) refuse('role.grant', 'ROLE_HELD');
  return shown(context, await giveOrPropose(context, id, ground, wish));
}

/** Has somebody stand in for the viewer in one of his own roles, within its term. */
export async function delegate(
  { commandId, id, memberId, from, until }: ActionParsed<'role.delegate'>,
  context: RoleContext,
) {
  const { others, viewer, now } = context;
  const own = (await heldBy(others, viewer._id))?.find((held) => held.id === id);
  if (own === undefined || own.grant.of !== undefined) refuse('role.delegate', 'ROLE_NOT_YOURS');
  const { role, orgId } = own.grant;
  if (!roleTable[role].delegated)
    refuse('role.delegate', 'ROLE_NOT_YOURS', { message: '这项职责须本人履行，不能请人代理。' });
  if (memberId === viewer._id) refuse('role.delegate', 'ROLE_TO_SELF');
  const within = from >= (own.grant.from ?? 0) && until <= (own.grant.until ?? Infinity);
  if (!within || !isTerm({ from, until }, now) || until - from > DELEGATION_DAYS * DAY_MS) {
    refuse('role.delegate', 'ROLE_TERM_INVALID', {
      message: `代理的起止有误：结束晚于开始和此刻，最长 ${DELEGATION_DAYS} 天，并在您自己的任期之内。`,
    });
  }
  const [ground, member] = await Promise.all([standingGround(others, orgId), ableMember(context, memberId)]);
  if (ground === undefined) refuse('NOT_FOUND');
  if (member === undefined) refuse('role.delegate', 'ROLE_OF_NOBODY');
  const wish = { memberId, role, from, until, of: viewer._id };
  const termId = deriveId('t', viewer._id, commandId);
  if (holdsMeanwhile(member, wish, ground.org._id, termId)) refuse('role.delegate', 'ROLE_HELD');
  return shown(context, await giveOrPropose(context, termId, ground, wish));
}
