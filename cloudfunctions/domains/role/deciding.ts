import type { ActionParsed } from '../../../contract/registry';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { changeOnce } from '../../shared/commands/store';
import type { TermDoc } from './collections';
import { endTerm, heldBy } from './ending';
import { makeStay } from './giving';
import { ableMember, groundOf, shown, type RoleContext } from './ground';
import { mayGive } from './rules/granting';
import { holdsMeanwhile } from './rules/terms';
import { findTerm, setUntil, settle } from './store';

/** The second person: agrees to what another proposed, or does not. */
export async function decide({ commandId, id, agree }: ActionParsed<'role.decide'>, context: RoleContext) {
  const { db, viewer } = context;
  await context.requirePermissionOnRoot();
  const proposed = (await findTerm(db, id)) ?? refuse('NOT_FOUND');
  const again = wasSeen(proposed, commandId);
  if (!again) await judge(context, proposed, agree);
  const state = !agree
    ? ('declined' as const)
    : proposed.changes === undefined
      ? ('given' as const)
      : ('changed' as const);
  const decided =
    (await changeOnce(
      db.roleterms,
      { id, commandId },
      { change: { set: { state, secondBy: viewer._id } }, expected: { state: 'proposed' } },
    )) ?? (await findTerm(db, id));
  if (decided === undefined || !wasSeen(decided, commandId)) refuse('role.decide', 'ROLE_DECIDED');
  return shown(context, decided.state === 'declined' ? decided : await carryOut(context, decided, commandId));
}

/** Whether the viewer may decide, and what he agrees to can still be done. */
async function judge(
  context: RoleContext,
  { state, lapsesAt, by, memberId, role, orgId, from, until, of, _id, changes }: TermDoc,
  agree: boolean,
) {
  const { others, viewer, now } = context;
  if (state !== 'proposed' || (lapsesAt ?? Infinity) <= now) refuse('role.decide', 'ROLE_DECIDED');
  const standing = { _id: orgId, name: '', path: [orgId], joinCode: '' };
  if ([by, memberId, of].includes(viewer._id) || !mayGive(viewer, role, await groundOf(others, standing))) {
    refuse('role.decide', 'ROLE_NOT_YOURS', { message: '须由提出人和当事人以外的另一位管理员决定。' });
  }
  if (!agree) return;
  const member = (await ableMember(context, memberId)) ?? refuse('role.decide', 'ROLE_OF_NOBODY');
  if (changes === undefined && holdsMeanwhile(member, { role, from, until }, orgId, _id))
    refuse('role.decide', 'ROLE_HELD');
}

/** What follows from an agreement; done again, it comes to the same. */
async function carryOut(context: RoleContext, term: TermDoc, commandId: string): Promise<TermDoc> {
  const { db, others, viewer, now } = context;
  const { changes, replaces, until, from } = term;
  if (changes !== undefined) {
    await setUntil(db, others, changes, until, commandId);
    if (until === null) await makeStay(db, term, { _id: term.orgId }, { isRoot: true });
    return term;
  }
  await makeStay(db, term, { _id: term.orgId }, { isRoot: true });
  const given = await settle(db, others, term);
  const before = replaces === undefined ? undefined : await findTerm(db, replaces);
  const held = before && (await heldBy(others, before.memberId))?.find(({ id }) => id === before._id);
  if (held === undefined) return given;
  const ended = await endTerm(db, others, held, { commandId, by: viewer._id, now }, Math.max(from, now));
  return ended === 'last' ? refuse('role.decide', 'LAST_CITY_ADMIN') : given;
}
