import type { InvitationBatch } from '../../../contract/domains/invitation/batchActions';
import type { ActionParsed } from '../../../contract/registry';
import type { SheetFile } from '../../../contract/shared/sheets';
import type { MemberContext } from '../../kernel/context';
import { deriveId } from '../../kernel/ids';
import { addOnce } from '../../kernel/once';
import { pageOf } from '../../kernel/paging';
import { refuse } from '../../kernel/refuse';
import { fileReply, writeSheet } from '../../shared/sheets/public';
import { startWork } from '../../shared/work/public';
import type { InvitationBatchDoc, InvitationDatabase } from './collections';
import { inviteBelow } from './jobs';
import { batchSheet, batchView, newBatch } from './rules/batch';

/* Invitations to all branches below an org at once. */

type Running = MemberContext<InvitationDatabase>;

const PAGE = 20;
/** Codes of one page to print: some sheets of eight. */
const PRINTED = 80;
const codeFields = ['orgName', 'code', 'expiresAt', 'limit', 'approval'] as const;

/** Begins a batch, once under a command, and makes the first of its invitations at once. */
export async function createBelow(
  context: Running,
  { commandId, orgId, ...plan }: ActionParsed<'invitation.createBelow'>,
): Promise<InvitationBatch> {
  const { db, viewer, now } = context;
  const org = await context.requirePermissionOnOrg(orgId);
  const id = deriveId('ib', viewer._id, commandId);
  const batch = await addOnce(db.invitationBatches, newBatch({ id, org, by: viewer._id }, plan, now));
  await startWork(context, inviteBelow, batch._id);
  return batchView((await db.invitationBatches.get(batch._id)) ?? batch);
}

/** The batches of an org, latest first. */
export const pageOfBatches = (db: InvitationDatabase, orgId: string, cursor: string | undefined) =>
  pageOf(db.invitationBatches, { orgId }, { sort: ['at', -1], cursor, size: PAGE, view: batchView });

/** The batch, once the right to see its codes is proved. */
async function provedBatch({ db, requirePermissionOnOrg }: Running, id: string): Promise<InvitationBatchDoc> {
  const batch = (await db.invitationBatches.get(id)) ?? refuse('NOT_FOUND');
  await requirePermissionOnOrg(batch.orgId, batch.orgPath);
  return batch;
}

/** The codes of a batch by the names of the orgs. */
export async function pageOfCodes(context: Running, id: string, cursor: string | undefined) {
  const batch = await provedBatch(context, id);
  return pageOf(
    context.db.invitations,
    { batch: batch._id },
    {
      sort: ['orgName', 1],
      cursor,
      size: PRINTED,
      fields: codeFields,
      view: ({ _id, orgName, code, expiresAt }) => ({ id: _id, orgName, code, expiresAt }),
    },
  );
}

/** The same as a workbook, whole. */
export async function sheetOf(context: Running, id: string): Promise<SheetFile> {
  const batch = await provedBatch(context, id);
  const codes = await context.db.invitations.gather(
    { batch: batch._id },
    { sort: [['orgName', 1]], fields: codeFields },
  );
  return fileReply(`${batch.orgName}邀请码.xlsx`, await writeSheet(batchSheet(codes)));
}
