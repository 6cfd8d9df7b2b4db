import { collection, type CollectionsOf } from '../../kernel/collection';
import { yesNo } from '../../kernel/personal';
import { rosterQuestionNames } from '../../../contract/domains/roster/constants';
import type { RosterDoc, RosterNameDoc } from './shape';

export type { RosterDoc, RosterNameDoc } from './shape';

export const rosterCollections = {
  rosters: collection<RosterDoc>({
    purpose: '名单：哪个组织在等人加入、问什么、保留到哪天',
    personal: '导入者（仅编号）',
    subjects: [
      {
        who: '导入者',
        at: { in: 'field', path: 'by' },
        exported: {
          as: '我导入的名单',
          columns: {
            组织: 'orgName',
            导入于: ['at', 'time'],
            保留至: ['until', 'time'],
            同名时问: ['question', rosterQuestionNames],
            直接加入: ['direct', yesNo],
            清除于: ['clearedAt', 'time'],
          },
          internal: ['orgId', 'orgPath', 'by', 'expiresAt', 'commands'],
        },
        erased: { how: 'replaced', values: {}, says: '名单属于组织，到期删除，去掉导入者的编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'org_at',
        keys: [
          ['orgId', 1],
          ['at', 1],
          ['_id', 1],
        ],
      },
      { name: 'by', keys: [['by', 1]] },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
    copies: { orgs: [{ id: 'orgId', path: 'orgPath', name: 'orgName' }] },
  }),

  rosterNames: collection<RosterNameDoc>({
    purpose: '名单上的名字，只有编号，用来认出加入的人',
    personal: '姓名与回答只存为不能还原的编号；没有对上的人可能还不是用户',
    subjects: [
      {
        who: '名单上的人',
        at: { in: 'text', paths: ['k', 'a', 'by'] },
        exported: { not: '只有不能还原的编号，不知道是谁' },
        erased: { how: 'stays', why: '只有不能还原的编号，名单到期即删' },
        merged: { how: 'stays', why: '编号属于微信身份，不属于成员' },
      },
    ],
    indexes: [
      {
        name: 'org_k',
        keys: [
          ['orgId', 1],
          ['k', 1],
        ],
      },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
    copies: { orgs: [{ id: 'orgId' }] },
  }),
};

export type RosterDatabase = CollectionsOf<typeof rosterCollections>;
