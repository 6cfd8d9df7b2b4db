import { moderatedKindNames, decisionReasonNames, causeNames } from '../../../contract/domains/moderation/constants';
import { collection, type CollectionsOf } from '../../kernel/collection';
import { ERASED } from '../../kernel/personal';
import type { CaseDoc, ReportDoc } from './shape';

const verdicts = { visible: '通过', rejected: '不通过' } as const;
const states = {
  pending: '待审核',
  review: '待人审核',
  visible: '通过',
  rejected: '不通过',
  overtaken: '已被新稿代替',
};

export const moderationCollections = {
  moderationCases: collection<CaseDoc>({
    purpose: '内容审核：待审核的文字、图片、声音，决定与申诉',
    personal: '作者写的内容；本人与审核员可见。不通过的封存到申诉期满即删',
    subjects: [
      {
        who: '作者',
        at: { in: 'field', path: 'authorId' },
        exported: {
          as: '我的内容审核',
          columns: {
            类别: ['kind', moderatedKindNames],
            原因: ['cause', causeNames],
            组织: 'orgName',
            标题: 'title',
            内容: 'parts.*.text',
            状态: ['state', states],
            提交时间: ['at', 'time'],
            决定: ['decisions.*.verdict', verdicts],
            决定理由: ['decisions.*.reason', decisionReasonNames],
            说明: 'decisions.*.words',
            决定时间: ['decisions.*.at', 'time'],
            申诉: 'appeal.text',
            申诉时间: ['appeal.at', 'time'],
          },
          internal: [
            'authorId',
            'orgId',
            'orgPath',
            'thing',
            'version',
            'parts.*.label',
            'fields',
            'scene',
            'queue',
            'turn',
            'why',
            'found',
            'told',
            'retryAt',
            'reported',
            'claim',
            'decisions.*.by',
            'decisions.*.onAppeal',
            'erasedAt',
            'unsettledAt',
            'media',
            'commands',
            'expiresAt',
          ],
        },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
      {
        who: '审核员',
        at: { in: 'text', paths: ['claim', 'decisions'] },
        exported: { not: '是别人写的内容，不是审核员的资料' },
        erased: { how: 'stays', why: '决定属于组织，只有内部编号，到期随审核记录删除' },
        merged: { how: 'stays', why: '决定属于组织，只有内部编号，到期随审核记录删除' },
      },
    ],
    indexes: [
      {
        name: 'orgPath_queue',
        keys: [
          ['orgPath', 1],
          ['queue', 1],
          ['at', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'author_told',
        keys: [
          ['authorId', 1],
          ['told', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'author_retryAt',
        keys: [
          ['authorId', 1],
          ['retryAt', 1],
        ],
      },
      { name: 'orgId', keys: [['orgId', 1]] },
      { name: 'erasedAt', keys: [['erasedAt', 1]] },
      { name: 'unsettledAt', keys: [['unsettledAt', 1]] },
      { name: 'traceId', keys: [['media.traceId', 1]] },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),

  moderationReports: collection<ReportDoc>({
    purpose: '读者的举报',
    personal: '举报人（内部编号）与理由；只有审计员可见，结案 90 天后删除',
    subjects: [
      {
        who: '举报人',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '我的举报',
          columns: { 理由: ['reason', decisionReasonNames], 说明: 'words', 时间: ['at', 'time'] },
          internal: ['caseId', 'memberId', 'expiresAt'],
        },
        erased: { how: 'replaced', values: { memberId: ERASED, words: '' }, says: '去掉举报人与说明，保留理由' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'case_at',
        keys: [
          ['caseId', 1],
          ['at', 1],
          ['_id', 1],
        ],
      },
      { name: 'memberId', keys: [['memberId', 1]] },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
  }),
};

export type ModerationDatabase = CollectionsOf<typeof moderationCollections>;
