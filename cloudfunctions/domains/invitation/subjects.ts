import { roleNames } from '../../../contract/roles';
import { type Subjects, yesNo } from '../../kernel/personal';
import type { InvitationBatchDoc, InvitationDoc, JoinRequestDoc, JoinTriesDoc } from './shape';

/* Whose the documents of this domain are; `collections.ts` declares them. */

export const invitationSubjects: Subjects<InvitationDoc> = [
  {
    who: '发出者',
    at: { in: 'field', path: 'by' },
    exported: {
      as: '我发出的邀请',
      columns: {
        组织: 'orgName',
        发出于: ['createdAt', 'time'],
        有效至: ['expiresAt', 'time'],
        人数上限: 'limit',
        已用: 'used',
        须同意: ['approval', yesNo],
        职责: ['role', roleNames],
        职责止: ['roleUntil', 'time'],
        备注: 'note',
        停用于: ['revokedAt', 'time'],
      },
      internal: ['orgId', 'orgPath', 'code', 'by', 'places', 'batch', 'commands'],
    },
    erased: { how: 'replaced', values: {}, says: '邀请属于组织，保留，去掉发出者的编号' },
    merged: { how: 'reassigned', says: '归到保留的人' },
  },
  {
    who: '用过邀请的人',
    at: { in: 'text', paths: ['places'] },
    exported: { not: '只有由微信标识算出、不能还原的编号' },
    erased: { how: 'stays', why: '只有不能还原的编号，邀请过期 90 天后删除' },
    merged: { how: 'stays', why: '编号属于微信身份，不属于成员' },
  },
];

export const batchSubjects: Subjects<InvitationBatchDoc> = [
  {
    who: '发出者',
    at: { in: 'field', path: 'by' },
    exported: {
      as: '我成批发出的邀请',
      columns: {
        组织: 'orgName',
        发出于: ['at', 'time'],
        有效至: ['expiresAt', 'time'],
        人数上限: 'limit',
        须同意: ['approval', yesNo],
        个数: 'made',
        停用于: ['revoked.at', 'time'],
      },
      internal: ['orgId', 'orgPath', 'days', 'by', 'done', 'revoked.on', 'commands'],
    },
    erased: { how: 'replaced', values: {}, says: '邀请属于组织，保留，去掉发出者的编号' },
    merged: { how: 'reassigned', says: '归到保留的人' },
  },
];

const states = { waiting: '等待', approved: '已同意', declined: '未同意', withdrawn: '已撤回' };

export const requestSubjects: Subjects<JoinRequestDoc> = [
  {
    who: '申请人',
    at: { in: 'field', path: 'memberId' },
    exported: {
      as: '加入申请',
      columns: {
        组织: 'orgName',
        姓名: 'name',
        填写的姓名: 'typed',
        状态: ['state', states],
        申请于: ['at', 'time'],
        有效至: ['until', 'time'],
        答复: 'decision.sentence',
        答复于: ['decision.at', 'time'],
        已进入: ['entered', yesNo],
      },
      internal: ['k', 'memberId', 'orgId', 'orgPath', 'invitationId', 'decision.by', 'commands', 'listed', 'brought'],
    },
    erased: { how: 'removed', says: '删除' },
    merged: { how: 'reassigned', says: '归到保留的人' },
  },
  {
    who: '答复者',
    at: { in: 'field', path: 'decision.by' },
    exported: {
      as: '我答复的加入申请',
      columns: { 组织: 'orgName', 状态: ['state', states], 答复: 'decision.sentence', 答复于: ['decision.at', 'time'] },
      internal: [
        'k',
        'memberId',
        'name',
        'typed',
        'orgId',
        'orgPath',
        'invitationId',
        'at',
        'until',
        'decision.by',
        'entered',
        'commands',
        'listed',
        'brought',
      ],
    },
    erased: { how: 'replaced', values: {}, says: '答复属于组织，保留，去掉答复者的编号' },
    merged: { how: 'reassigned', says: '归到保留的人' },
  },
];

export const trySubjects: Subjects<JoinTriesDoc> = [
  {
    who: '填错的人',
    at: { in: 'text', paths: ['_id'] },
    exported: { not: '只是计数，一小时左右即删' },
    erased: { how: 'stays', why: '只有不能还原的编号，一小时左右即删' },
    merged: { how: 'stays', why: '一小时左右即删' },
  },
];
