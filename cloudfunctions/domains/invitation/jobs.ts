import { CODE_ALPHABET, CODE_LENGTH } from '../../../contract/domains/invitation/constants';
import { deriveId, randomCode } from '../../kernel/ids';
import { defineJob } from '../../shared/work/public';
import { branchesBelow } from '../org/public';
import type { InvitationDatabase } from './collections';
import { followBatch } from './revoking';
import { newInvitation } from './rules/invitation';

/** Branches that get their invitation in one step. */
const BATCH = 50;

/**
 * Makes an invitation for each branch below an org; the key is the batch. Each has an id that says for which batch and
 * branch it is, so a step done twice makes nothing twice.
 */
export const inviteBelow = defineJob<InvitationDatabase>({
  kind: 'invitebelow',
  async step(db, { key, cursor = '', others }) {
    const batch = await db.invitationBatches.get(key);
    if (batch === undefined) return { done: 'no batch' };
    const branches = await branchesBelow(others, batch.orgId, { after: cursor, limit: BATCH });
    const { days, limit, approval, by, at } = batch;
    const plan = { days, limit, approval, note: '', role: null, roleUntil: null };
    await Promise.all(
      branches.map((org) => {
        const id = deriveId('i', batch._id, org._id);
        const code = randomCode(CODE_LENGTH, CODE_ALPHABET);
        return db.invitations.add({ ...newInvitation({ id, code, org, by }, plan, at), batch: batch._id });
      }),
    );
    // Whoever revokes the batch meanwhile means these as well.
    await followBatch(db, (await db.invitationBatches.get(key)) ?? batch);
    const made = await db.invitations.count({ batch: batch._id });
    const last = branches[BATCH - 1];
    await db.invitationBatches.update({ _id: batch._id }, { set: { made, done: last === undefined } });
    return last === undefined ? { done: `invitations ${made}` } : { cursor: last._id };
  },
});

/** By their kinds. */
export const invitationJobs = { invitebelow: inviteBelow };
