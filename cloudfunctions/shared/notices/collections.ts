import { NOTICE_DAYS, noticeKindNames } from '../../../contract/shared/notices/constants';
import { yesNo } from '../../kernel/personal';
import { collection, type CollectionsOf } from '../../kernel/collection';
import type { ConsentsDoc, MessengerDoc, NoticeDoc } from './shape';

export const noticeCollections = {
  notices: collection<NoticeDoc>({
    purpose: '通知：与本人有关的事，每件一条',
    personal: '本人报名、提交与职责上的变动，仅本人可见',
    subjects: [
      {
        who: '本人',
        at: { in: 'field', path: 'to' },
        exported: {
          as: '通知',
          columns: {
            类别: ['kind', noticeKindNames],
            标题: 'data.title',
            内容: 'data.text',
            时间: ['at', 'time'],
            已读: ['read', yesNo],
          },
          internal: ['to', 'thing', 'message', 'dueAt'],
        },
        erased: { how: 'removed', says: '删除' },
        merged: { how: 'reassigned', says: '归到保留的人' },
      },
    ],
    indexes: [
      {
        name: 'to_at',
        keys: [
          ['to', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'to_read',
        keys: [
          ['to', 1],
          ['read', 1],
          ['at', -1],
        ],
      },
      {
        name: 'message_dueAt',
        keys: [
          ['message', 1],
          ['dueAt', 1],
          ['_id', 1],
        ],
      },
      { name: 'at', keys: [['at', 1]] },
    ],
    retention: { field: 'at', days: NOTICE_DAYS },
  }),

  consents: collection<ConsentsDoc>({
    purpose: '微信消息的设置与同意次数',
    personal: '本人同意接收微信消息的次数、每周上限与免打扰时段，仅本人可见',
    subjects: [
      {
        who: '本人',
        at: { in: 'id' },
        exported: {
          as: '微信消息设置',
          columns: {
            每周最多: 'perWeek',
            免打扰起: 'quiet.from',
            免打扰止: 'quiet.to',
            最近发送: ['sent.*.at', 'time'],
            活动类剩余次数: 'left.event',
            答复类剩余次数: 'left.reply',
            办理类剩余次数: 'left.matter',
            汇总剩余次数: 'left.digest',
          },
          internal: ['on', 'version', 'commands', 'sent.*.about'],
        },
        erased: { how: 'removed', says: '删除' },
        merged: {
          how: 'moved',
          clash: { append: ['commands', 'sent'], lowest: ['perWeek'], highest: ['version'] },
          says: '保留的人的设置有效；每周上限取较小的一个',
        },
      },
    ],
    indexes: [],
    retention: null,
  }),

  messengers: collection<MessengerDoc>({
    purpose: '定时任务能否发送微信消息',
    personal: null,
    subjects: { none: '只记录定时任务的状态' },
    indexes: [],
    retention: null,
  }),
};

export type NoticeDatabase = CollectionsOf<typeof noticeCollections>;
