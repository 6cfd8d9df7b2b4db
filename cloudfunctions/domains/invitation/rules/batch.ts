import type { InvitationBatch } from '../../../../contract/domains/invitation/batchActions';
import { dayOf } from '../../../../contract/day';
import type { OutSheet } from '../../../shared/sheets/rules/out';
import type { InvitationBatchDoc, InvitationDoc } from '../collections';
import { DAY_MS } from '../../../../contract/durations';

/** A batch as it is stored at first. */
export const newBatch = (
  { id, org, by }: { id: string; org: { _id: string; path: string[]; name: string }; by: string },
  plan: Pick<InvitationBatchDoc, 'days' | 'limit' | 'approval'>,
  now: number,
): InvitationBatchDoc => ({
  _id: id,
  orgId: org._id,
  orgPath: org.path,
  orgName: org.name,
  ...plan,
  by,
  at: now,
  expiresAt: now + plan.days * DAY_MS,
  made: 0,
  done: false,
});

/** A batch as those see it who run the org. */
export const batchView = ({
  _id,
  orgName,
  at,
  expiresAt,
  made,
  done,
  revoked,
}: InvitationBatchDoc): InvitationBatch => ({
  id: _id,
  orgName,
  at,
  expiresAt,
  made,
  done,
  revoked: revoked?.on === true,
});

type Code = Pick<InvitationDoc, 'orgName' | 'code' | 'expiresAt' | 'limit' | 'approval'>;

/** `20261229` as people write it. */
const written = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;

/** The codes of a batch as a sheet. */
export const batchSheet = (codes: readonly Code[]): OutSheet => ({
  name: '邀请码',
  columns: [
    { title: '组织', width: 40 },
    { title: '邀请码', width: 18 },
    { title: '有效至', width: 12 },
    { title: '人数上限', width: 10 },
    { title: '须同意', width: 8 },
  ],
  rows: codes.map(({ orgName, code, expiresAt, limit, approval }) => [
    orgName,
    code,
    written(dayOf(expiresAt)),
    limit,
    approval ? '是' : '否',
  ]),
});
