import type { Handlers } from '../../kernel/context';
import { refuse } from '../../kernel/refuse';
import { wasSeen } from '../../shared/commands/rules/commands';
import { findOwn, own } from './asking';
import type { TransferDatabase, TransferDoc } from './collections';
import { destination } from './places';
import { closed, toFields, waiting } from './rules/transfer';
import { advance } from './store';

/** States of a graduation in which its destination is still the person's to choose: he has been taken nowhere yet. */
const OPEN_TO_CHOICE: readonly TransferDoc['state'][] = ['open', 'done', 'declined', 'withdrawn', 'expired'];

/** Whether somebody was taken to the destination already; from there he goes by a request like anybody. */
const arrived = ({ state, toId }: TransferDoc): boolean => state === 'done' && toId !== null;

/** A person who graduated says that his destination is right, or names another one: that one is asked anew. */
export const settle: Handlers<'transfer', TransferDatabase>['transfer.settle'] = async (
  { toId, ...target },
  context,
) => {
  const { db, others, viewer, now } = context;
  const doc = await findOwn('transfer.settle', target.id, context);
  if (doc.kind !== 'graduation') refuse('transfer.settle', 'TRANSFER_GONE');
  if (wasSeen(doc, target.commandId)) return own(doc, context);
  const same = doc.toId === toId && (doc.state === 'open' || doc.state === 'done');
  if (!OPEN_TO_CHOICE.includes(doc.state) || (!same && arrived(doc))) refuse('transfer.settle', 'TRANSFER_CLOSED');
  const to = same || toId === null ? null : await destination(others, toId, doc.toPath);
  if (to === undefined) refuse('transfer.settle', 'TRANSFER_TARGET');
  if (to !== null && viewer.orgIds.includes(to._id)) refuse('transfer.settle', 'TRANSFER_THERE');
  const elsewhere = { ...toFields(to), answer: null, at: now, ...(to === null ? closed('done', now) : waiting(now)) };
  // What waits for an answer stays on 我的.
  const confirmed = doc.state === 'open' ? {} : { shownUntil: now };
  const changed = await advance(db, target, {
    from: doc.state,
    expected: { toId: doc.toId },
    set: { settledAt: now, ...(same ? confirmed : elsewhere) },
  });
  const standing = changed ?? (await findOwn('transfer.settle', target.id, context));
  if (!wasSeen(standing, target.commandId)) refuse('transfer.settle', 'TRANSFER_CLOSED');
  return own(standing, context);
};
