import { collection, type CollectionsOf } from '../../kernel/collection';
import type { InvitationBatchDoc, InvitationDoc, JoinRequestDoc, JoinTriesDoc } from './shape';
import { batchSubjects, invitationSubjects, requestSubjects, trySubjects } from './subjects';

export type { InvitationBatchDoc, InvitationDoc, JoinRequestDoc, JoinTriesDoc, Place } from './shape';

export const invitationCollections = {
  invitations: collection<InvitationDoc>({
    purpose: '邀请：组织、邀请码、有效期与名额',
    personal: '发出者（仅编号）；用过的人只有不能还原的编号',
    subjects: invitationSubjects,
    indexes: [
      { name: 'code', unique: true, keys: [['code', 1]] },
      {
        name: 'org_created',
        keys: [
          ['orgId', 1],
          ['createdAt', -1],
          ['_id', 1],
        ],
      },
      { name: 'by', keys: [['by', 1]] },
      {
        name: 'batch_orgName',
        keys: [
          ['batch', 1],
          ['orgName', 1],
          ['_id', 1],
        ],
      },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 90 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),

  invitationBatches: collection<InvitationBatchDoc>({
    purpose: '成批发出的邀请与进度',
    personal: '发出者（仅编号）',
    subjects: batchSubjects,
    indexes: [
      {
        name: 'org_at',
        keys: [
          ['orgId', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      { name: 'by', keys: [['by', 1]] },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 90 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),

  joinRequests: collection<JoinRequestDoc>({
    purpose: '加入申请与答复',
    personal: '申请人自己填的姓名，仅本人与有权同意的人可见',
    subjects: requestSubjects,
    indexes: [
      {
        name: 'k_at',
        keys: [
          ['k', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'orgPath_state_at',
        keys: [
          ['orgPath', 1],
          ['state', 1],
          ['at', 1],
          ['_id', 1],
        ],
      },
      { name: 'orgId', keys: [['orgId', 1]] },
      { name: 'memberId', keys: [['memberId', 1]] },
      { name: 'decision_by', keys: [['decision.by', 1]] },
      { name: 'until', keys: [['until', 1]] },
    ],
    retention: { field: 'until', days: 30 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),

  joinTries: collection<JoinTriesDoc>({
    purpose: '填错邀请码的次数',
    personal: null,
    subjects: trySubjects,
    indexes: [{ name: 'expiresAt', keys: [['expiresAt', 1]] }],
    retention: { field: 'expiresAt', days: 0 },
  }),
};

export type InvitationDatabase = CollectionsOf<typeof invitationCollections>;
