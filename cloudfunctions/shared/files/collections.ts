import { filePurposes, fileRules, type FileVerdict } from '../../../contract/shared/files/constants';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { FileDoc } from './shape';

const purposeNames = Object.fromEntries(filePurposes.map((purpose) => [purpose, fileRules[purpose].name]));
const verdictNames: Record<FileVerdict, string> = {
  waiting: '等待检查',
  passed: '已通过',
  refused: '未通过',
};

export const fileCollections = {
  files: collection<FileDoc>({
    purpose: '上传的图片、声音与文件：属于什么，存在哪里',
    personal: '本人上传的内容；照片里的拍摄地点等信息收下时即去掉',
    subjects: [
      {
        who: '上传者',
        at: { in: 'field', path: 'memberId' },
        exported: {
          as: '上传的文件',
          columns: {
            文件: '_id',
            用途: ['purpose', purposeNames],
            类型: 'kind',
            字节: 'size',
            宽: 'width',
            高: 'height',
            检查: ['verdict', verdictNames],
            上传时间: ['at', 'time'],
          },
          internal: ['memberId', 'state', 'upload', 'path', 'of', 'expiresAt'],
        },
        erased: { how: 'removed', says: '连同存储的内容删除' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      { name: 'member', keys: [['memberId', 1]] },
      { name: 'of', keys: [['of', 1]] },
      { name: 'expiresAt', keys: [['expiresAt', 1]] },
    ],
    retention: { field: 'expiresAt', days: 0 },
    stored: ['upload', 'path'],
  }),
};

export type FileDatabase = CollectionsOf<typeof fileCollections>;
