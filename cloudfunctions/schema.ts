import type { EventKind, FeedbackKind, ShelfStatus, Tone } from '../contract/constants';
import type { Day } from '../contract/day';
import type { FormField } from '../contract/actions/event';
import type { OrgKind, Role } from '../contract/roles';
import type { Doc } from './kernel/port';

/*
 * Every collection: the shape of its documents, its indexes, how long they are kept and what of them is personal.
 * Read by the database port, the emulator, deployment and the data inventory.
 */

/** What is copied of a book into documents that show it. */
export interface BookCopy {
  id: string;
  title: string;
  author: string;
  publisher: string | null;
  isbn: string | null;
  tone: Tone;
}

export interface OrgDoc extends Doc {
  name: string;
  kind: OrgKind;
  parentId: string | null;
  /** Ids from the root to this org, itself included. */
  path: string[];
  /** What people type to join. `closed-<id>` where nobody joins: a unique index counts missing as null, once only. */
  joinCode: string;
}

export interface MemberDoc extends Doc {
  /** The only place an openid is stored; never leaves the kernel. */
  openid: string;
  name: string;
  orgIds: string[];
  /** Every org the member sees things of: the union of the paths of `orgIds`. */
  scope: string[];
  grants: { role: Role; orgId: string }[];
  disabled: boolean;
  /** What is being read now, the book in hand first; written by the shelf domain only, from the shelf's facts. */
  desk: BookCopy[];
  /** Counts the changes of `desk`, so that of two at once the one with older facts gives way. Absent before the first. */
  deskVersion?: number;
  joinedAt: number;
}

export interface BookDoc extends Doc {
  title: string;
  author: string;
  publisher: string | null;
  isbn: string | null;
  tone: Tone;
  /** Single characters and pairs of title and author, and the ISBN: what search matches. */
  terms: string[];
  /** `all` for the catalogue, else the one member who added it for himself. */
  audience: string;
  addedAt: number;
}

/** `_id` is `<memberId>:<bookId>`. */
export interface ShelfDoc extends Doc {
  memberId: string;
  book: BookCopy;
  /** Null: taken off the shelf; the document stays, so that a late twin of an earlier command changes nothing. */
  status: ShelfStatus | null;
  /** When it came to this status. */
  since: number;
  /** Last commands that changed it. */
  commands: string[];
}

/** `_id` is `<memberId>:<day>`. */
export interface CheckInDoc extends Doc {
  memberId: string;
  day: Day;
  /** By book id. A day without a line left stays as a document, for `commands`. */
  lines: Record<string, CheckInLineDoc>;
  /** Last commands on this day, put down or taken back: a late twin of any of them changes nothing. */
  commands: string[];
}
export interface CheckInLineDoc {
  title: string;
  author: string;
  tone: Tone;
  /** What the reader typed, if anything. */
  pages?: number | null;
  minutes?: number | null;
  note?: string | null;
  /** When it was last told. */
  at: number;
}

export interface RecommendationDoc extends Doc {
  orgId: string;
  orgPath: string[];
  orgName: string;
  memberId: string;
  recommenderName: string;
  book: BookCopy;
  reason: string;
  questions: string[];
  pointer: string;
  /** Visible from this instant on; no timer is needed for a scheduled one. */
  publishAt: number;
  withdrawn: boolean;
  version: number;
  createdAt: number;
  commands: string[];
}

export interface EventDoc extends Doc {
  orgId: string;
  orgPath: string[];
  orgName: string;
  memberId: string;
  title: string;
  kind: EventKind;
  place: string;
  about: string;
  startsAt: number;
  endsAt: number;
  deadline: number;
  capacity: number;
  form: FormField[];
  cancelled: boolean;
  version: number;
  /**
   * Everybody who signed up, in order of arrival: the first `capacity` have seats, the rest wait. One document is the
   * whole truth, so seats cannot be oversold or lost and promotion needs no step of its own (docs/adr/0005).
   */
  queue: QueueEntry[];
  /** Length of `queue`, since a condition cannot measure an array. */
  queued: number;
  /**
   * Keys (as in `QueueEntry.c`) of commands that shall do nothing any more: sign-ups that were cancelled, what cancelled
   * them, and sign-ups of people who were in already.
   */
  gone: string[];
  /** Last commands of organisers. */
  commands: string[];
  createdAt: number;
}

/** One sign-up. Short names, because there may be two thousand in a document. */
export interface QueueEntry {
  /** Member. */
  m: string;
  /** Key of the command, derived from member and command id: nobody can use another's. */
  c: string;
  at: number;
  /** Answers to the form. */
  a: { fieldId: string; value: string }[];
}

export interface FeedbackDoc extends Doc {
  memberId: string;
  ticket: string;
  kind: FeedbackKind;
  text: string;
  at: number;
  replyBy: Day;
  reply: { text: string; at: number; by: string } | null;
}

/** Exact rate limits. `_id` is `<action>:<who>:<window>`. */
export interface LimitDoc extends Doc {
  count: number;
  expiresAt: number;
}

/** Append-only, hash-chained. `_id` is the sequence number in 12 digits. */
export interface AuditDoc extends Doc {
  at: number;
  actor: string;
  action: string;
  outcome: string;
  /** Ids of what was touched; never texts, names, phones or openids. */
  target: string;
  requestId: string;
  previous: string;
  hash: string;
}

/** Timer jobs done. `_id` is `<job>:<day or hour>`. */
export interface JobDoc extends Doc {
  at: number;
  result: string;
  expiresAt: number;
}

export interface Documents {
  orgs: OrgDoc;
  members: MemberDoc;
  books: BookDoc;
  shelf: ShelfDoc;
  checkins: CheckInDoc;
  recommendations: RecommendationDoc;
  events: EventDoc;
  feedback: FeedbackDoc;
  limits: LimitDoc;
  audit: AuditDoc;
  jobs: JobDoc;
}
export type CollectionName = keyof Documents;

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
    indexes: [{ name: 'joinCode', unique: true, keys: [['joinCode', 1]] }],
    retention: null,
  },
  members: {
    purpose: '成员、所在组织与职责',
    personal: '微信用户标识（仅用于识别本人）、姓名（支部内称呼）、在读书目',
    indexes: [{ name: 'openid', unique: true, keys: [['openid', 1]] }],
    retention: null,
  },
  books: {
    purpose: '书目：书名、作者、出版社、ISBN',
    personal: null,
    indexes: [
      {
        name: 'terms_title',
        keys: [
          ['terms', 1],
          ['title', 1],
          ['_id', 1],
        ],
      },
    ],
    retention: null,
  },
  shelf: {
    purpose: '个人书架：想读、在读、读完',
    personal: '本人的读书状态，仅本人可见',
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
    ],
    retention: null,
  },
  checkins: {
    purpose: '阅读打卡：每人每天一条，可不填',
    personal: '本人的阅读记录与心得，仅本人可见',
    indexes: [],
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
    indexes: [],
    retention: null,
  },
  jobs: {
    purpose: '定时任务的执行记录',
    personal: null,
    indexes: [{ name: 'expiresAt', keys: [['expiresAt', 1]] }],
    retention: { field: 'expiresAt', days: 0 },
  },
};
