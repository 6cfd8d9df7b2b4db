import { collection, type CollectionsOf } from '../../kernel/collection';
import type { ImportDecisionsDoc, ImportDoc, ImportItemDoc, ImportPartDoc, ImportRowsDoc } from './shape';

const expiring = { name: 'expiresAt', keys: [['expiresAt', 1]] } as const;
/** Lists of orgs have no people in them. A kind that has says so here, and in what is told of personal data. */
const ofFile = {
  personal: null,
  subjects: { none: '组织的名单，没有人' },
  retention: { field: 'expiresAt', days: 0 },
} as const;

export const importCollections = {
  imports: collection<ImportDoc>({
    purpose: '导入：哪个文件、进行到哪里、能否撤销',
    personal: '导入的人的内部编号；七天后删除',
    subjects: [
      {
        who: '导入的人',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '我的导入',
          columns: { 文件: 'fileName', 时间: ['at', 'time'], 行数: 'rows' },
          internal: [
            'memberId',
            'kind',
            'orgId',
            'size',
            'received',
            'state',
            'plan',
            'problem',
            'notes',
            'counts',
            'all',
            'done',
            'left',
            'appliedAt',
            'commands',
            'expiresAt',
          ],
        },
        erased: { how: 'replaced', values: {}, says: '导入属于组织，保留到期，去掉其编号' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'org_at',
        keys: [
          ['orgId', 1],
          ['kind', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      { name: 'member', keys: [['memberId', 1]] },
      expiring,
    ],
    retention: { field: 'expiresAt', days: 0 },
    copies: { orgs: [{ id: 'orgId' }] },
  }),

  importparts: collection<ImportPartDoc>({
    ...ofFile,
    purpose: '上传中的文件，分成几部分',
    indexes: [
      {
        name: 'import_index',
        keys: [
          ['importId', 1],
          ['index', 1],
        ],
      },
      expiring,
    ],
  }),

  importrows: collection<ImportRowsDoc>({
    ...ofFile,
    purpose: '读出的文件内容，等待核对',
    indexes: [
      {
        name: 'import_index',
        keys: [
          ['importId', 1],
          ['index', 1],
        ],
      },
      expiring,
    ],
  }),

  importitems: collection<ImportItemDoc>({
    ...ofFile,
    purpose: '导入的每一行：新增、改动或有误，做到哪里',
    indexes: [
      {
        name: 'plan_verdict',
        keys: [
          ['plan', 1],
          ['verdict', 1],
          ['line', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'plan_state',
        keys: [
          ['plan', 1],
          ['state', 1],
          ['rank', 1],
          ['_id', 1],
        ],
      },
      expiring,
    ],
  }),

  importdecisions: collection<ImportDecisionsDoc>({
    purpose: '导入时对某一行的决定，下次不再问',
    personal: null,
    subjects: { none: '只有编号与决定，没有人' },
    indexes: [{ name: 'org', keys: [['orgId', 1]] }],
    retention: null,
    copies: { orgs: [{ id: 'orgId' }] },
  }),
};

export type ImportDatabase = CollectionsOf<typeof importCollections>;
