import type { Transfer } from '../../../contract/domains/transfer/actions';
import { UNDO_MS } from '../../../contract/domains/transfer/constants';
import type { ActionParsed } from '../../../contract/registry';
import type { Handlers, MemberContext } from '../../kernel/context';
import { deriveId } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { documentAfter } from '../../shared/commands/store';
import { carryOut } from './carry';
import type { TransferDatabase, TransferDoc } from './collections';
import { destination, shownToPerson, standingAt } from './places';
import { closed, newLeaving, newRequest, rolesOn, waiting } from './rules/transfer';
import { isOwnUndo } from './rules/view';
import { advance, findOpen, pageOfMine } from './store';

/*
 * What a person does about himself: he asks to go, takes it back, leaves, comes back.
 */

type Context = MemberContext<TransferDatabase>;

/** A movement as its person sees it. */
export async function own(doc: TransferDoc, { others, now }: Context): Promise<{ transfer: Transfer }> {
  const [transfer] = await shownToPerson({ others, now }, [doc], isOwnUndo);
  if (transfer === undefined) throw new Error('nothing to show');
  return { transfer };
}

type OwnAction = 'transfer.withdraw' | 'transfer.seen' | 'transfer.rejoin' | 'transfer.settle';

/** One's own movement; whoever asks about another's is told that there is none. */
export async function findOwn(action: OwnAction, id: string, { db, viewer }: Context): Promise<TransferDoc> {
  const doc = await db.transfers.get(id);
  if (doc?.memberId !== viewer._id || doc.state === 'prepared') refuse(action, 'TRANSFER_GONE');
  return doc;
}

async function ask({ commandId, fromId, toId, reason }: ActionParsed<'transfer.ask'>, context: Context) {
  const { db, others, viewer, now } = context;
  const id = deriveId('t', viewer._id, commandId);
  const [standing, open, from, to] = await Promise.all([
    db.transfers.get(id),
    findOpen(db, viewer._id, fromId),
    fromId === null ? null : standingAt(others, fromId, viewer.scope),
    destination(others, toId, viewer.scope),
  ]);
  if (standing !== undefined) return own(standing, context);
  if (from === undefined || (fromId !== null && !viewer.orgIds.includes(fromId))) {
    refuse('transfer.ask', 'TRANSFER_NOT_THERE');
  }
  if (to === undefined) refuse('transfer.ask', 'TRANSFER_TARGET');
  if (viewer.orgIds.includes(to._id)) refuse('transfer.ask', 'TRANSFER_THERE');
  if (open !== undefined) refuse('transfer.ask', 'TRANSFER_OPEN');
  const request = { id, memberId: viewer._id, by: viewer._id, from, to, reason };
  return own(await addOnce(db.transfers, newRequest(request, now)), context);
}

async function withdraw({ withdrawn, ...target }: ActionParsed<'transfer.withdraw'>, context: Context) {
  const { db, now } = context;
  const seen = await findOwn('transfer.withdraw', target.id, context);
  if (seen.state === 'open' && withdrawn && (seen.until ?? 0) <= now) refuse('transfer.withdraw', 'TRANSFER_EXPIRED');
  if (seen.state === 'withdrawn' && !withdrawn && (seen.closedAt ?? 0) + UNDO_MS <= now) {
    refuse('transfer.withdraw', 'TRANSFER_LATE');
  }
  const changed = await advance(db, target, {
    from: withdrawn ? 'open' : 'withdrawn',
    set: withdrawn ? closed('withdrawn', now) : waiting(seen.at),
  });
  return own(await afterCommand('transfer.withdraw', changed, target, context), context);
}

/** The movement as the command left it, or, where it came twice, as it stands; refuses where another was first. */
async function afterCommand(
  action: 'transfer.withdraw' | 'transfer.rejoin',
  changed: TransferDoc | undefined,
  command: { id: string; commandId: string },
  context: Context,
): Promise<TransferDoc> {
  const standing = changed ?? (await findOwn(action, command.id, context));
  if (changed === undefined && standing.commands?.includes(command.commandId) !== true)
    refuse(action, 'TRANSFER_CLOSED');
  return standing;
}

async function leave({ commandId, orgId }: ActionParsed<'transfer.leave'>, context: Context) {
  const { db, others, viewer, now } = context;
  const id = deriveId('t', viewer._id, commandId);
  const [standing, from] = await Promise.all([db.transfers.get(id), standingAt(others, orgId, viewer.scope)]);
  if (standing !== undefined) return own(await carryOut({ db, others, now }, standing), context);
  if (from === undefined || !viewer.orgIds.includes(orgId)) refuse('transfer.leave', 'TRANSFER_NOT_THERE');
  const roles = rolesOn(viewer.grants, orgId, now);
  const begun = await addOnce(db.transfers, newLeaving({ id, memberId: viewer._id, from, roles }, now));
  const left = await carryOut({ db, others, now }, begun);
  if (left.state === 'void') refuse('transfer.leave', 'TRANSFER_NOT_THERE');
  return own(left, context);
}

async function rejoin(target: ActionParsed<'transfer.rejoin'>, context: Context) {
  const { db, others, now } = context;
  const seen = await findOwn('transfer.rejoin', target.id, context);
  if (seen.kind !== 'leave') refuse('transfer.rejoin', 'TRANSFER_CLOSED');
  const again = seen.commands?.includes(target.commandId) === true;
  if (!again && (seen.closedAt ?? 0) + UNDO_MS <= now) refuse('transfer.rejoin', 'TRANSFER_LATE');
  if (seen.fromId === null || (await destination(others, seen.fromId, seen.fromPath)) === undefined) {
    refuse('transfer.rejoin', 'TRANSFER_TARGET');
  }
  const changed = await advance(db, target, { from: 'done', set: { state: 'undoing' } });
  const standing = await afterCommand('transfer.rejoin', changed, target, context);
  return own(await carryOut({ db, others, now }, standing), context);
}

async function seen(target: ActionParsed<'transfer.seen'>, context: Context) {
  const doc = await findOwn('transfer.seen', target.id, context);
  const put = await advance(context.db, target, { from: doc.state, set: { shownUntil: context.now } });
  return own(await documentAfter(put, target, () => context.db.transfers.get(target.id)), context);
}

type Person =
  'transfer.mine' | 'transfer.ask' | 'transfer.withdraw' | 'transfer.seen' | 'transfer.leave' | 'transfer.rejoin';

export const personHandlers: Pick<Handlers<'transfer', TransferDatabase>, Person> = {
  async 'transfer.mine'({ cursor }, { db, others, viewer, now }) {
    const { items, next } = await pageOfMine(db, viewer._id, cursor);
    return { items: await shownToPerson({ others, now }, items, isOwnUndo), next };
  },
  'transfer.ask': ask,
  'transfer.withdraw': withdraw,
  'transfer.seen': seen,
  'transfer.leave': leave,
  'transfer.rejoin': rejoin,
};
