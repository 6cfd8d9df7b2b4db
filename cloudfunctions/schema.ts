import type { CollectionName } from './documents';

/*
 * Every collection: its indexes, how long it is kept and what of it is personal. Read by the database port, the
 * emulator, deployment and the data inventory. The shape of the documents is in `documents.ts`.
 */

interface CollectionDeclaration {
  /** What it holds, in the reader's language, for the data inventory (R7). */
  purpose: string;
  /** Personal data in it and why, in the reader's language; null when there is none. */
  personal: string | null;
  indexes: readonly { name: string; unique?: boolean; keys: readonly (readonly [string, 1 | -1])[] }[];
  /** Removed by the timer when `field` (epoch ms) plus `days` has passed; null: kept until the person erases it. */
  retention: { field: string; days: number } | null;
}

export const schema: Record<CollectionName, CollectionDeclaration> = {
  orgs: {
    purpose: '组织树：团市委、区县、高校、支部',
    personal: null,
    indexes: [
      { name: 'joinCode', unique: true, keys: [['joinCode', 1]] },
      {
        name: 'path_name',
        keys: [
          ['path', 1],
          ['name', 1],
          ['_id', 1],
        ],
      },
    ],
    retention: null,
  },
  members: {
    purpose: '成员、所在组织与职责',
    personal: '微信用户标识（仅用于识别本人）、姓名（支部内称呼）、在读书目、看过的活动变动',
    indexes: [
      { name: 'openid', unique: true, keys: [['openid', 1]] },
      { name: 'desk', keys: [['desk.id', 1]] },
    ],
    retention: null,
  },
  books: {
    purpose: '书目：书名、作者、出版社、ISBN',
    personal: '录入者的内部编号（便于更正与追责），不公开',
    indexes: [
      {
        name: 'terms_sortTitle',
        keys: [
          ['terms', 1],
          ['sortTitle', 1],
          ['_id', 1],
        ],
      },
      { name: 'copies', keys: [['copies', 1]] },
    ],
    retention: null,
  },
  shelf: {
    purpose: '个人书架：想读、在读、读完',
    personal: '本人的读书状态，仅本人可见；每本书留最近 5 次移动前的状态供撤销',
    indexes: [
      {
        name: 'member_status_since',
        keys: [
          ['memberId', 1],
          ['status', 1],
          ['since', -1],
          ['_id', 1],
        ],
      },
      { name: 'book', keys: [['book.id', 1]] },
    ],
    retention: null,
  },
  checkins: {
    purpose: '阅读打卡：每人每天一条，可不填',
    personal: '本人的阅读记录与心得，仅本人可见；移除的一笔留 7 天供撤销',
    indexes: [{ name: 'removedUntil', keys: [['removedUntil', 1]] }],
    retention: null,
  },
  recommendations: {
    purpose: '书记荐书',
    personal: '荐书人姓名与职务所在组织（公开）',
    indexes: [
      {
        name: 'org_publishAt',
        keys: [
          ['orgId', 1],
          ['withdrawn', 1],
          ['publishAt', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'member_createdAt',
        keys: [
          ['memberId', 1],
          ['createdAt', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'book_publishAt',
        keys: [
          ['book.id', 1],
          ['publishAt', -1],
        ],
      },
    ],
    retention: null,
  },
  events: {
    purpose: '活动、报名次序与报名表的回答',
    personal: '报名者的内部编号、报名时间与报名表的回答，仅活动组织者可见',
    indexes: [
      {
        name: 'org_startsAt',
        keys: [
          ['orgId', 1],
          ['startsAt', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'path_startsAt',
        keys: [
          ['orgPath', 1],
          ['startsAt', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'queue_startsAt',
        keys: [
          ['queue.m', 1],
          ['startsAt', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'queue_endsAt',
        keys: [
          ['queue.m', 1],
          ['endsAt', 1],
          ['_id', 1],
        ],
      },
      { name: 'endsAt', keys: [['endsAt', 1]] },
    ],
    retention: { field: 'endsAt', days: 400 },
  },
  feedback: {
    purpose: '投诉建议与回复',
    personal: '本人提交的内容，仅本人与管理员可见',
    indexes: [
      {
        name: 'member_at',
        keys: [
          ['memberId', 1],
          ['at', -1],
          ['_id', 1],
        ],
      },
      {
        name: 'at',
        keys: [
          ['at', -1],
          ['_id', 1],
        ],
      },
    ],
    retention: null,
  },
  limits: {
    purpose: '防刷计数',
    personal: null,
    indexes: [{ name: 'expiresAt', keys: [['expiresAt', 1]] }],
    retention: { field: 'expiresAt', days: 0 },
  },
  audit: {
    purpose: '审计记录：谁在何时做了什么（仅编号）',
    personal: null,
    indexes: [{ name: 'requestId', keys: [['requestId', 1]] }],
    retention: null,
  },
  denials: {
    purpose: '被拒绝的调用的计数，每小时汇入审计记录（仅编号）',
    personal: null,
    indexes: [{ name: 'endsAt', keys: [['endsAt', 1]] }],
    // The timer removes them within the hour; this is for what it could not write.
    retention: { field: 'endsAt', days: 40 },
  },
  jobs: {
    purpose: '定时任务的执行记录',
    personal: null,
    indexes: [{ name: 'expiresAt', keys: [['expiresAt', 1]] }],
    retention: { field: 'expiresAt', days: 0 },
  },
};
