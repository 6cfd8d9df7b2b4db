import type { InvitationBatch } from '../../../contract/domains/invitation/batchActions';
import type { ActionParsed } from '../../../contract/registry';
import type { MemberContext } from '../../kernel/context';
import { not } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { untilWritten } from '../../kernel/retry';
import { changeOnce, documentAfter } from '../../shared/commands/store';
import type { InvitationBatchDoc, InvitationDatabase } from './collections';
import { batchView } from './rules/batch';

/*
 * A batch is revoked as one: the batch says so first, then its invitations. They carry the time of it, so that taking it
 * back leaves alone what somebody had revoked by itself.
 */

/** Makes the invitations of a batch say what it says, until it says the same afterwards. Two round trips. */
export const followBatch = (db: InvitationDatabase, seen: InvitationBatchDoc): Promise<InvitationBatchDoc> => {
  let batch = seen;
  return untilWritten(async () => {
    const { _id, revoked } = batch;
    if (revoked !== undefined) {
      const [from, to] = revoked.on ? [null, revoked.at] : [revoked.at, null];
      await db.invitations.update({ batch: _id, revokedAt: from }, { set: { revokedAt: to } });
    }
    const now = await db.invitationBatches.get(_id);
    if (now === undefined || (now.revoked?.at === revoked?.at && now.revoked?.on === revoked?.on)) return batch;
    batch = now;
    return undefined;
  });
};

/** Revokes a batch or takes that back; sent again, it repairs what a killed call left. */
export async function setBatchRevoked(
  { db, now, requirePermissionOnOrg }: MemberContext<InvitationDatabase>,
  { commandId, id, revoked }: ActionParsed<'invitation.setBatchRevoked'>,
): Promise<InvitationBatch> {
  const batch = (await db.invitationBatches.get(id)) ?? refuse('NOT_FOUND');
  await requirePermissionOnOrg(batch.orgId, batch.orgPath);
  const changed = await changeOnce(
    db.invitationBatches,
    { id, commandId },
    {
      change: { set: revoked ? { revoked: { at: now, on: true } } : { 'revoked.on': false } },
      expected: { 'revoked.on': revoked ? not(true) : true },
    },
  );
  const after = await documentAfter(changed, { commandId }, () => db.invitationBatches.get(id));
  return batchView(await followBatch(db, after));
}
