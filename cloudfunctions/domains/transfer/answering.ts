import type { Transfer } from '../../../contract/domains/transfer/actions';
import { UNDO_MS } from '../../../contract/domains/transfer/constants';
import type { ActionParsed } from '../../../contract/registry';
import type { Handlers, MemberContext } from '../../kernel/context';
import { viewerAt } from '../../kernel/identity';
import { deriveId } from '../../kernel/ids';
import { belongingsOf, type Belonging } from '../../kernel/members';
import { addOnce } from '../../kernel/once';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { carryOut } from './carry';
import type { TransferDatabase, TransferDoc } from './collections';
import { destination, releasable, shownToOrg } from './places';
import { closed, legOf, newRequest, rolesOn, waiting } from './rules/transfer';
import { isAnswerUndo } from './rules/view';
import { advance, findOpen, pageOfOrg } from './store';

/*
 * What an org does: it answers those who ask to come, takes an answer back, proposes that somebody goes.
 */

type Context = MemberContext<TransferDatabase>;

async function shown(doc: TransferDoc, { others, now }: Context): Promise<{ transfer: Transfer }> {
  const [transfer] = await shownToOrg({ others, now }, [doc], isAnswerUndo);
  if (transfer === undefined) throw new Error('nothing to show');
  return { transfer };
}

async function find(id: string, { db }: Context): Promise<TransferDoc> {
  const doc = await db.transfers.get(id);
  if (doc === undefined || doc.state === 'prepared' || doc.toId === null) refuse('NOT_FOUND');
  return doc;
}

async function answer(input: ActionParsed<'transfer.answer'>, context: Context) {
  const { db, others, viewer, now } = context;
  const { accept, text, ...target } = input;
  const doc = await find(target.id, context);
  const [[person]] = await Promise.all([
    belongingsOf(others, [doc.memberId]),
    context.requirePermissionOnOrg(doc.toId ?? '', doc.toPath),
  ]);
  const again = wasSeen(doc, target.commandId);
  if (!again) judgeAnswer(doc, accept ? person : undefined, { accept, now });
  const answered = again
    ? doc
    : await advance(db, target, {
        from: 'open',
        set: { ...outcome(doc, person, { accept, now }), answer: { by: viewer._id, text } },
      });
  const standing = answered ?? (await db.transfers.get(doc._id));
  if (standing === undefined) refuse('NOT_FOUND');
  if (!wasSeen(standing, target.commandId)) refuse('transfer.answer', 'TRANSFER_CLOSED');
  const carried = await carryOut({ db, others, now }, standing);
  if (carried.state === 'void') refuse('transfer.answer', 'TRANSFER_NOT_THERE');
  return shown(carried, context);
}

/** What an answer makes of a request: it is under way, or over. */
function outcome(
  doc: TransferDoc,
  person: Belonging | undefined,
  { accept, now }: { accept: boolean; now: number },
): Partial<TransferDoc> & Pick<TransferDoc, 'state'> {
  if (!accept) return closed('declined', now);
  const leg = legOf(doc);
  return {
    state: 'moving',
    until: null,
    leg,
    round: doc.round + 1,
    wasThere: person?.orgIds.includes(doc.toId ?? '') === true,
    // Of a graduation those roles have ended before, and come back with that.
    ...(leg.remove === null ? {} : { roles: rolesOn(person?.grants ?? [], leg.remove, now) }),
  };
}

/** Refuses an answer to what is not waiting, or about somebody who cannot be moved now. */
function judgeAnswer(
  { state, until }: TransferDoc,
  person: Belonging | undefined,
  { accept, now }: { accept: boolean; now: number },
): void {
  if (state === 'expired' || (state === 'open' && (until ?? 0) <= now)) refuse('transfer.answer', 'TRANSFER_EXPIRED');
  if (state !== 'open') refuse('transfer.answer', 'TRANSFER_CLOSED');
  if (!accept) return;
  if (person === undefined) refuse('NOT_FOUND');
  if (viewerAt(person, now).disabled) refuse('transfer.answer', 'TRANSFER_DISABLED');
}

/** In words of the side that takes back. */
const SOURCE_GONE = '对方原来的组织已归档，回不去了，所以没有撤销。需要时请上级先恢复那个组织，或另行转接。';

/** Takes back an answer of this org, or a proposal that nobody has answered. */
async function undo(target: ActionParsed<'transfer.undo'>, context: Context) {
  const { db, others, now } = context;
  const doc = await find(target.id, context);
  const proposal = doc.proposed && doc.answer === null;
  await context.requirePermissionOnOrg((proposal ? doc.fromId : doc.toId) ?? '', proposal ? doc.fromPath : doc.toPath);
  if (wasSeen(doc, target.commandId)) return shown(await carryOut({ db, others, now }, doc), context);
  if (!proposal && (doc.closedAt ?? 0) + UNDO_MS <= now) refuse('transfer.undo', 'TRANSFER_LATE');
  if (
    !proposal &&
    doc.leg?.remove != null &&
    (await destination(others, doc.fromId ?? '', doc.fromPath)) === undefined
  ) {
    refuse('transfer.undo', 'TRANSFER_TARGET', { message: SOURCE_GONE });
  }
  const changed = (await takeBack(doc, target, { db, now, proposal })) ?? (await db.transfers.get(target.id));
  // The same command, sent twice, may have been faster.
  if (changed === undefined || !wasSeen(changed, target.commandId)) refuse('transfer.undo', 'TRANSFER_CLOSED');
  const carried = await carryOut({ db, others, now }, changed);
  // It was being taken back and is done again: he had gone elsewhere.
  if (changed.state === 'undoing' && carried.state === 'done') refuse('transfer.undo', 'TRANSFER_MOVED');
  return shown(carried, context);
}

function takeBack(
  doc: TransferDoc,
  target: { id: string; commandId: string },
  { db, now, proposal }: { db: TransferDatabase; now: number; proposal: boolean },
): Promise<TransferDoc | undefined> {
  if (proposal) return advance(db, target, { from: 'open', set: closed('withdrawn', now) });
  if (doc.state !== 'declined') return advance(db, target, { from: 'done', set: { state: 'undoing' } });
  // It waits again, as long as it would have.
  return advance(db, target, { from: 'declined', set: { ...waiting(doc.at), answer: null } });
}

async function propose(input: ActionParsed<'transfer.propose'>, context: Context) {
  const { db, others, viewer, now } = context;
  const { commandId, orgId, memberId, toId, reason } = input;
  const id = deriveId('t', viewer._id, commandId);
  const [from, standing, open, to, [person]] = await Promise.all([
    context.requirePermissionOnOrg(orgId),
    db.transfers.get(id),
    findOpen(db, memberId, orgId),
    destination(others, toId, viewer.scope),
    belongingsOf(others, [memberId]),
  ]);
  if (standing !== undefined) return shown(standing, context);
  if (person?.orgIds.includes(from._id) !== true) refuse('transfer.propose', 'TRANSFER_NOT_THERE');
  if (viewerAt(person, now).disabled) refuse('transfer.propose', 'TRANSFER_DISABLED');
  if (to === undefined) refuse('transfer.propose', 'TRANSFER_TARGET');
  if (person.orgIds.includes(to._id)) refuse('transfer.propose', 'TRANSFER_THERE');
  if (open !== undefined) refuse('transfer.propose', 'TRANSFER_OPEN');
  if ((await releasable(context, from, [person])).length === 0) refuse('transfer.propose', 'TRANSFER_ROLE');
  const request = { id, memberId, by: viewer._id, from, to, reason };
  return shown(await addOnce(db.transfers, newRequest(request, now)), context);
}

type Org = 'transfer.list' | 'transfer.answer' | 'transfer.undo' | 'transfer.propose';

export const orgHandlers: Pick<Handlers<'transfer', TransferDatabase>, Org> = {
  async 'transfer.list'({ orgId, which, cursor }, context) {
    const { db, others, now } = context;
    const [{ items, next }] = await Promise.all([
      pageOfOrg(db, { orgId, which, cursor }),
      context.requirePermissionOnOrg(orgId),
    ]);
    return { items: await shownToOrg({ others, now }, items, (doc) => which === 'done' && isAnswerUndo(doc)), next };
  },
  'transfer.answer': answer,
  'transfer.undo': undo,
  'transfer.propose': propose,
};
