import { formatNames } from '../../../contract/shared/exports/constants';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { ExportDoc } from './shape';

export const exportCollections = {
  exports: collection<ExportDoc>({
    purpose: '导出的文件：谁在何时为何导出了什么，一天后连同文件删除',
    personal: '导出人的编号与名字；文件里是他有权看的内容',
    subjects: [
      {
        who: '导出的人',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '我导出的文件',
          columns: {
            名称: 'title',
            格式: ['format', formatNames],
            行数: 'rows',
            导出时间: ['at', 'time'],
            删除时间: ['expiresAt', 'time'],
          },
          internal: [
            'memberId',
            'kind',
            'params',
            'fileName',
            'watermark',
            'state',
            'sight',
            'all',
            'parts',
            'path',
            'size',
          ],
        },
        erased: { how: 'removed', says: '连同文件删除' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'member_at',
        keys: [
          ['memberId', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
    stored: ['parts', 'path'],
  }),
};

export type ExportDatabase = CollectionsOf<typeof exportCollections>;
