import type { ActionParsed } from '../../../contract/registry';
import { refuse } from '../../kernel/refuse';
import { changeOnce } from '../../shared/commands/store';
import { wasSeen } from '../../shared/commands/rules/commands';
import { takeBackHandOver } from '../duty/public';
import type { HandoverDoc, Part, TermDoc } from './collections';
import { endTerm, heldBy } from './ending';
import { makeStay } from './giving';
import type { RoleContext } from './ground';
import { findTerm, settle } from './store';

/** Takes a handover back within its day, unless one of its roles was changed since. */
export async function undoHandOver({ commandId, id }: ActionParsed<'role.undoHandOver'>, context: RoleContext) {
  const { db, viewer, now } = context;
  const handover = await db.rolehandovers.get(id);
  if (handover?.by !== viewer._id) refuse('role.undoHandOver', 'ROLE_NOT_YOURS');
  if (handover.undone) return { id };
  if (now >= handover.expiresAt) refuse('role.undoHandOver', 'HANDOVER_OVER');
  const pairs = await Promise.all(handover.parts.map((part) => pairOf(context, part)));
  if (!pairs.every((pair) => isUntouched(pair, handover, commandId))) refuse('role.undoHandOver', 'HANDOVER_OVER');
  for (const pair of pairs) await takeBack(context, pair, commandId);
  await takeBackHandOver(context.others, { orgId: handover.orgId, key: id, now });
  await db.rolehandovers.update({ _id: id }, { set: { undone: true } });
  return { id };
}

interface Pair {
  part: Part;
  before: TermDoc | undefined;
  after: TermDoc | undefined;
}

const pairOf = async ({ db }: RoleContext, part: Part): Promise<Pair> => {
  const [before, after] = await Promise.all([findTerm(db, part.ended), findTerm(db, part.begun)]);
  return { part, before, after };
};

/** Nobody has ended, changed or decided anything of it, but this undoing. */
function isUntouched({ part, before, after }: Pair, { at, by }: HandoverDoc, commandId: string): boolean {
  if ([before, after].some((term) => term !== undefined && wasSeen(term, commandId))) return true;
  const isAsGiven =
    after === undefined || (after.state !== 'ended' && after.state !== 'declined' && after.until === part.ends);
  const isAsEnded =
    before === undefined ||
    (before.state === 'ended' ? before.endedBy === by : before.until === at || before.until === part.until);
  return isAsGiven && isAsEnded;
}

/** What was before comes back first, so that there is somebody all the time. */
async function takeBack(context: RoleContext, { part, before, after }: Pair, commandId: string): Promise<void> {
  const { db, others, viewer, now } = context;
  if (before !== undefined) {
    const set = { state: 'given' as const, until: part.until, endedBy: null, endedAt: null };
    await makeStay(db, before, { _id: before.orgId }, { isRoot: before.orgPath.length === 1 });
    const restored = await changeOnce(db.roleterms, { id: before._id, commandId }, { change: { set } });
    await settle(db, others, restored ?? (await findTerm(db, before._id)) ?? before);
  }
  if (after === undefined) return;
  if (after.state === 'proposed') {
    const set = { state: 'declined' as const, endedBy: viewer._id, endedAt: now };
    await changeOnce(db.roleterms, { id: after._id, commandId }, { change: { set }, expected: { state: 'proposed' } });
    return;
  }
  const held = (await heldBy(others, after.memberId))?.find(({ id }) => id === after._id);
  if (held === undefined) return;
  const ended = await endTerm(db, others, held, { commandId, by: viewer._id, now });
  if (ended === 'last') refuse('role.undoHandOver', 'LAST_CITY_ADMIN');
}
